from locust import HttpUser, constant, task


class Customer(HttpUser):
    wait_time = constant(0.01)

    @task(4)
    def version(self):
        self.client.get("/version")

    @task
    def order(self):
        self.client.post("/orders", json={"apple": 1})
