#!/bin/sh
# Starts the shop, puts load on it for three seconds, and stops it. What may fail is for the thresholds to say.
set -eu
mkdir -p reports
export SHOP_PORT=18081 SHOP_ORDERS=reports/measured-orders.db
python3 -m shop.server &
trap 'kill $!' EXIT
until python3 -c 'import urllib.request as http; http.urlopen("http://127.0.0.1:18081/version")' 2> /dev/null; do sleep 0.1; done
python3 -m locust --headless --locustfile load/locustfile.py --host http://127.0.0.1:18081 \
  --users 4 --spawn-rate 4 --run-time 3s --csv reports/load --only-summary --exit-code-on-error 0
