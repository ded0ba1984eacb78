using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Orders;

/// <summary>
/// One import of purchase rows: makes orders in batches and leaves out what was imported before. A row without an order id is
/// an order of its own, known by customer, day and its place among the customer's rows of that day, so that the same file
/// imported twice changes nothing.
/// </summary>
internal sealed class PurchaseImport(
    string system, IOrderStore orders, ICustomerQueries customers, ICrmNumberSeries numbers, IBaseRates rates, CrmErrorDescriber errors, Instant now)
{
    private const int BatchSize = 5_000;
    private const int MaxOrderIdLength = 160;

    private readonly Dictionary<string, List<ImportedPurchase>> _byOrder = new(StringComparer.Ordinal);
    private readonly Dictionary<(Guid Customer, LocalDate On), int> _ordinals = [];
    private readonly List<(string ExternalId, IReadOnlyList<ImportedPurchase> Rows)> _batch = [];
    private readonly Dictionary<CustomerId, CustomerId> _customers = [];
    private readonly Dictionary<(Currency From, LocalDate On), BaseRate?> _rates = [];
    private int _rows;
    private int _made;
    private int _skipped;

    public async Task<PurchaseImportResult> RunAsync(IAsyncEnumerable<ImportedPurchase> rows, CancellationToken cancellationToken)
    {
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            _rows++;
            // Compared as it is stored: trimmed and composed.
            if (Guard.OptionalLine(row.OrderId, MaxOrderIdLength, nameof(row.OrderId)) is { } orderId)
            {
                Collect(orderId, row);
            }
            else
            {
                await AddAsync(NextExternalId(row), [row], cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var (orderId, collected) in _byOrder)
        {
            await AddAsync($"{system}:{orderId}", collected, cancellationToken).ConfigureAwait(false);
        }

        await FlushAsync(cancellationToken).ConfigureAwait(false);
        return new PurchaseImportResult(_rows, _made, _skipped);
    }

    private void Collect(string orderId, ImportedPurchase row)
    {
        if (!_byOrder.TryGetValue(orderId, out var collected))
        {
            _byOrder.Add(orderId, collected = []);
        }

        collected.Add(row);
    }

    private string NextExternalId(ImportedPurchase row)
    {
        var key = (row.CustomerId.Value, row.On);
        var ordinal = _ordinals[key] = _ordinals.GetValueOrDefault(key) + 1;
        return string.Create(
            CultureInfo.InvariantCulture, $"{system}:{row.CustomerId.Value:N}:{LocalDatePattern.Iso.Format(row.On)}:{ordinal}");
    }

    private async Task AddAsync(string externalId, IReadOnlyList<ImportedPurchase> rows, CancellationToken cancellationToken)
    {
        _batch.Add((externalId, rows));
        if (_batch.Count == BatchSize)
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0)
        {
            return;
        }

        var known = await orders.FindExternalIdsAsync([.. _batch.Select(b => b.ExternalId)], cancellationToken).ConfigureAwait(false);
        var fresh = _batch.FindAll(b => !known.Contains(b.ExternalId));
        _skipped += _batch.Count - fresh.Count;
        _batch.Clear();
        if (fresh.Count == 0)
        {
            return;
        }

        await ResolveCustomersAsync(fresh.SelectMany(b => b.Rows), cancellationToken).ConfigureAwait(false);
        var drawn = await numbers.NextAsync(OrderBook.NumberSeries, fresh.Count, cancellationToken).ConfigureAwait(false);
        var made = new List<Order>(fresh.Count);
        foreach (var ((externalId, rows), number) in fresh.Zip(drawn))
        {
            var rate = await RateAsync(rows[0], cancellationToken).ConfigureAwait(false);
            made.Add(Order.FromImport(
                OrderId.New(now), OrderNumber.From(number), externalId, [.. rows.Select(r => r with { CustomerId = _customers[r.CustomerId] })], rate, BookedAt(rows[0])));
        }

        await orders.InsertAsync(made, cancellationToken).ConfigureAwait(false);
        _made += made.Count;
    }

    // One look-up for each day and currency, however many rows there are.
    private async Task<BaseRate?> RateAsync(ImportedPurchase row, CancellationToken cancellationToken)
    {
        var key = (row.Amount.Currency, row.On);
        if (!_rates.TryGetValue(key, out var rate))
        {
            _rates.Add(key, rate = await rates.FindAsync(key.Currency, key.On, cancellationToken).ConfigureAwait(false));
        }

        return rate;
    }

    // Rows of a customer that was merged go to the survivor.
    private async Task ResolveCustomersAsync(IEnumerable<ImportedPurchase> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.CustomerId).Where(id => !_customers.ContainsKey(id)).ToHashSet();
        var found = await customers.ResolveAsync(ids, cancellationToken).ConfigureAwait(false);
        if (ids.Count > found.Count)
        {
            throw new CrmRuleException(errors.CustomerNotFound(ids.Where(id => !found.ContainsKey(id)).Min().ToString()));
        }

        foreach (var (id, living) in found)
        {
            _customers[id] = living;
        }
    }

    // The day is all that is known; noon UTC of that day keeps the order of days in timelines in every zone that people live in.
    private static Instant BookedAt(ImportedPurchase row) => row.On.At(LocalTime.Noon).InUtc().ToInstant();
}
