using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>One run of an import: batch after batch, each a transaction with its own checkpoint.</summary>
internal sealed class CustomerImportRun(
    ICustomerImportStore store, ICrmUnitOfWork unitOfWork, CrmActs acts, Func<CustomerRowReader> newReader, CustomerImportOptions options, IProgress<int>? progress)
{
    private const int MostAttempts = 3;

    private readonly List<RowRejection> _rejected = [];
    private readonly List<RowRejection> _leftOut = [];

    public async Task<CrmResult<CustomerImportResult>> RunAsync(
        CustomerImportSummary import, IAsyncEnumerable<CustomerImportRow> rows, CancellationToken cancellationToken)
    {
        var batch = new List<CustomerImportRow>(options.BatchSize);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            batch.Add(row);
            if (batch.Count == options.BatchSize)
            {
                var written = await TakeAsync(import, batch, isLast: false, cancellationToken).ConfigureAwait(false);
                if (!written.TryGetValue(out var advanced))
                {
                    return CrmResult<CustomerImportResult>.Failed(written.Errors);
                }

                import = advanced;
                batch.Clear();
                progress?.Report(import.Read);
            }
        }

        var rest = await TakeAsync(import, batch, isLast: true, cancellationToken).ConfigureAwait(false);
        if (!rest.TryGetValue(out var done))
        {
            return CrmResult<CustomerImportResult>.Failed(rest.Errors);
        }

        import = done;
        progress?.Report(import.Read);

        return new CustomerImportResult
        {
            Id = import.Id,
            Layout = import.Layout,
            Read = import.Read,
            Created = import.Created,
            Updated = import.Updated,
            Skipped = import.Skipped,
            Review = import.Review,
            Rejected = _rejected,
            LeftOut = _leftOut,
        };
    }

    // Rows before the checkpoint are read again only to say what is wrong with them.
    private async Task<CrmResult<CustomerImportSummary>> TakeAsync(
        CustomerImportSummary import, List<CustomerImportRow> rows, bool isLast, CancellationToken cancellationToken)
    {
        var readings = rows.AsParallel().AsOrdered().Select(row => newReader().Read(row)).ToList();
        readings.ForEach(Note);
        readings.RemoveAll(r => r.Row <= import.LastRow);
        return import.CompletedAt is not null || (readings.Count == 0 && !isLast) ? import : await WriteAsync(import, readings, isLast, cancellationToken).ConfigureAwait(false);
    }

    private void Note(RowReading reading)
    {
        if (reading.Rejection is { } rejection)
        {
            _rejected.Add(rejection);
        }

        _leftOut.AddRange(reading.LeftOut);
    }

    // Another writer may overtake the batch at a customer; looked up anew, its rows find what that one wrote.
    private async Task<CrmResult<CustomerImportSummary>> WriteAsync(
        CustomerImportSummary import, IReadOnlyList<RowReading> rows, bool isLast, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            IReadOnlyList<Customer> loaded = [];
            var written = await unitOfWork.InTransactionAsync<CustomerImportSummary>(
                async token =>
                {
                    var outcome = await new ImportBatch(store, options, acts).RunAsync(import.Id, rows, token).ConfigureAwait(false);
                    loaded = outcome.Loaded;
                    return await CheckpointAsync(import, outcome, rows, isLast, token).ConfigureAwait(false);
                },
                cancellationToken).ConfigureAwait(false);
            if (written.Succeeded)
            {
                store.LetGo(loaded);
                return written;
            }

            if (attempt == MostAttempts || written.Errors.Any(e => e.Code == nameof(CrmErrorDescriber.ImportTakenOver)))
            {
                return written;
            }
        }
    }

    private async Task<CrmResult<CustomerImportSummary>> CheckpointAsync(
        CustomerImportSummary import, ImportBatchOutcome outcome, IReadOnlyList<RowReading> rows, bool isLast, CancellationToken cancellationToken)
    {
        var next = import with
        {
            LastRow = rows.Count == 0 ? import.LastRow : rows[^1].Row,
            Read = import.Read + outcome.Read,
            Created = import.Created + outcome.Created,
            Updated = import.Updated + outcome.Updated,
            Skipped = import.Skipped + outcome.Skipped,
            Review = import.Review + outcome.Review,
            Rejected = import.Rejected + outcome.Rejected,
            CompletedAt = isLast ? acts.Now : null,
        };
        if (!await store.AdvanceAsync(import, next, cancellationToken).ConfigureAwait(false))
        {
            return acts.Errors.ImportTakenOver(import.Id.ToString());
        }

        if (isLast)
        {
            await store.RecordAsync(new CustomersImported(next.Id, next.System, next.Created, next.Updated, acts.Now), cancellationToken).ConfigureAwait(false);
        }

        return next;
    }
}
