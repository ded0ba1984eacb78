using Crm.Domain.Access;

namespace Crm.Domain.Customers;

/// <summary>Deals with some rows within one transaction: looks up whom they mean, makes and changes customers, and counts.</summary>
internal sealed class ImportBatch(ICustomerImportStore store, CustomerImportOptions options, CrmActs acts)
{
    private readonly List<CustomerImportItem> _items = [];
    private readonly Dictionary<CustomerId, Customer> _at = [];
    private readonly List<Customer> _made = [];
    private readonly List<Customer> _loaded = [];
    private ImportMatches _matches = new([]);
    private int _skipped;

    /// <summary>Works through the rows and writes everything but the checkpoint.</summary>
    public async Task<ImportBatchOutcome> RunAsync(CustomerImportId importId, IReadOnlyList<RowReading> rows, CancellationToken cancellationToken)
    {
        var customers = rows.Select(r => r.Customer).OfType<ImportedCustomer>().ToList();
        var keys = customers.SelectMany(ImportMatches.KeysOf).ToHashSet();
        var candidates = await store.CandidatesAsync(options.System, keys, cancellationToken).ConfigureAwait(false);
        _matches = new ImportMatches(candidates);
        if (options.OnDuplicate == DuplicatePolicy.Update && candidates.Count > 0)
        {
            _loaded.AddRange(await store.LoadAsync(candidates.Select(c => c.Id).ToHashSet(), cancellationToken).ConfigureAwait(false));
            foreach (var customer in _loaded)
            {
                _at[customer.Id] = customer;
            }
        }

        foreach (var row in rows)
        {
            if (row.Customer is { } said)
            {
                Take(row.Row, said);
            }
        }

        await store.InsertAsync(_made, cancellationToken).ConfigureAwait(false);
        await store.AddItemsAsync(importId, _items, cancellationToken).ConfigureAwait(false);
        return new ImportBatchOutcome(
            rows.Count,
            Count(ImportOutcome.Created),
            Count(ImportOutcome.Updated),
            _skipped,
            Count(ImportOutcome.Review),
            rows.Count(r => r.Rejection is not null),
            _loaded);
    }

    private int Count(ImportOutcome outcome) => _items.Count(i => i.Outcome == outcome);

    private void Take(int row, ImportedCustomer said)
    {
        var match = _matches.Find(said);
        switch (options.OnDuplicate)
        {
            case var _ when match.By == ImportMatchBy.Nothing:
            case DuplicatePolicy.Create when match.By != ImportMatchBy.Reference:
                Create(row, said);
                break;
            case DuplicatePolicy.Update when Updates(match.By):
                Update(row, said, match);
                break;
            case DuplicatePolicy.Review or DuplicatePolicy.Update when match.By != ImportMatchBy.Reference:
                Review(row, match.Ids[0], match.By == ImportMatchBy.Email ? "ImportSameEmail" : "ImportSamePhone");
                break;
            default:
                _skipped++;
                break;
        }
    }

    private bool Updates(ImportMatchBy by) => by switch
    {
        ImportMatchBy.Reference => options.UpdatesByReference,
        ImportMatchBy.Email => options.UpdatesByEmail,
        _ => options.UpdatesByPhone,
    };

    private void Create(int row, ImportedCustomer said)
    {
        var now = acts.Now;
        var customer = Customer.FromImport(CustomerId.New(now), said, now);
        _made.Add(customer);
        _at.Add(customer.Id, customer);
        _matches.Add(said, customer.Id);
        _items.Add(new CustomerImportItem(row, ImportOutcome.Created, customer.Id, customer.Version, null, []));
    }

    private void Update(int row, ImportedCustomer said, ImportMatch match)
    {
        if (!match.IsSameKind || match.Ids.Count > 1 || !_at.TryGetValue(match.Ids[0], out var customer))
        {
            Review(row, match.Ids[0], match.IsSameKind ? "ImportSeveralMatches" : "ImportKindDiffers");
            return;
        }

        var changes = CustomerFilling.Fill(customer, said, acts.Now);
        _matches.Add(said, customer.Id);
        if (changes.Count == 0)
        {
            _skipped++;
        }
        else
        {
            _items.Add(new CustomerImportItem(row, ImportOutcome.Updated, customer.Id, customer.Version, null, changes));
        }
    }

    private void Review(int row, CustomerId id, string code) => _items.Add(new CustomerImportItem(row, ImportOutcome.Review, id, 0, code, []));
}
