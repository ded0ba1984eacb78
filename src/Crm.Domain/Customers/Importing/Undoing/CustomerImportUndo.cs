using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Undoes one import within one transaction, the last row first.</summary>
internal sealed class CustomerImportUndo(ICustomerImportStore store, ICrmUnitOfWork unitOfWork, CrmActs acts, CustomerImportId id)
{
    private const int ItemsAtOnce = 1_000;

    private readonly List<ImportUndoKept> _kept = [];
    private readonly HashSet<CustomerId> _restored = [];
    private int _removed;

    public async Task<CrmResult<ImportUndoResult>> RunAsync(CancellationToken cancellationToken)
    {
        var now = acts.Now;
        if (!await store.BeginUndoAsync(id, now, cancellationToken).ConfigureAwait(false))
        {
            return acts.Errors.ImportAlreadyUndone(id.ToString());
        }

        for (int? before = null; ;)
        {
            var items = await store.ItemsAsync(id, null, before, ItemsAtOnce, cancellationToken).ConfigureAwait(false);
            if (items.Count == 0)
            {
                break;
            }

            var done = await unitOfWork.InTransactionAsync<IReadOnlyList<Customer>>(
                async token => (await UndoAsync(items, token).ConfigureAwait(false)).ToList(),
                cancellationToken).ConfigureAwait(false);
            if (!done.TryGetValue(out var loaded))
            {
                return CrmResult<ImportUndoResult>.Failed(done.Errors);
            }

            store.LetGo(loaded);
            before = items[^1].Row;
        }

        await store.EndUndoAsync(new CustomerImportUndone(id, _removed, _restored.Count, now), cancellationToken).ConfigureAwait(false);
        return new ImportUndoResult(id, _removed, _restored.Count, [.. _kept.OrderBy(k => k.Row)]);
    }

    private async Task<IReadOnlyList<Customer>> UndoAsync(IReadOnlyList<CustomerImportItem> items, CancellationToken cancellationToken)
    {
        var touched = items.Where(i => i.Outcome != ImportOutcome.Review).Select(i => i.CustomerId).ToHashSet();
        var made = await store.CreatedAmongAsync(id, touched, cancellationToken).ConfigureAwait(false);
        var loaded = await store.LoadAsync([.. touched.Where(c => !made.Contains(c))], cancellationToken).ConfigureAwait(false);
        var byId = loaded.ToDictionary(c => c.Id);
        foreach (var item in items.Where(i => i.Outcome == ImportOutcome.Updated && !made.Contains(i.CustomerId)))
        {
            Restore(item, byId.GetValueOrDefault(item.CustomerId));
        }

        var created = items.Where(i => i.Outcome == ImportOutcome.Created).ToDictionary(i => i.CustomerId, i => i.Row);
        foreach (var removal in await store.RemoveAsync(id, created.Keys, acts.Now, cancellationToken).ConfigureAwait(false))
        {
            Note(removal, created[removal.CustomerId]);
        }

        return loaded;
    }

    private void Restore(CustomerImportItem item, Customer? customer)
    {
        if (customer is null)
        {
            Keep(item.Row, item.CustomerId, null, acts.Errors.ImportedMergedSince(item.CustomerId.ToString()));
            return;
        }

        var (kept, isChanged) = CustomerUnfilling.Undo(customer, item.Changes, acts.Now);
        foreach (var field in kept)
        {
            Keep(item.Row, customer.Id, field, acts.Errors.ImportedChangedSince(customer.Id.ToString(), field));
        }

        if (isChanged)
        {
            _restored.Add(customer.Id);
        }
    }

    private void Note(ImportRemoval removal, int row)
    {
        var (customer, key) = (removal.CustomerId, removal.CustomerId.ToString());
        switch (removal.Fate)
        {
            case ImportRemovalFate.Removed:
                _removed++;
                break;
            case ImportRemovalFate.Merged:
                Keep(row, customer, null, acts.Errors.ImportedMergedSince(key));
                break;
            case ImportRemovalFate.Changed:
                Keep(row, customer, null, acts.Errors.ImportedChangedSince(key, "customer"));
                break;
            case ImportRemovalFate.InUse:
                Keep(row, customer, null, acts.Errors.ImportedInUse(key, removal.Table ?? string.Empty));
                break;
            default:
                break;
        }
    }

    private void Keep(int row, CustomerId customer, string? field, CrmError why) => _kept.Add(new ImportUndoKept(row, customer, field, why.Code, why.Message));
}
