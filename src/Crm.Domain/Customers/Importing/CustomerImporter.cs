using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>
/// Imports customers from the files of other programs: finds out the layout, knows who is there already, rehearses, stops and
/// goes on, and says of every row what became of it.
/// </summary>
/// <remarks>
/// Scoped service. Unlike other front doors it saves, batch by batch, each with its checkpoint in one transaction. Use a scope of
/// its own, since a save writes whatever the context holds.
/// </remarks>
[FrontDoor]
public sealed class CustomerImporter(ICustomerImportStore imports, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    private const int MostBatch = 10_000;

    /// <summary>Imports a file, or goes on with an import of it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="options">How; the usual way when null.</param>
    /// <param name="progress">Hears the number of rows that are dealt with, after every batch.</param>
    /// <param name="cancellationToken">Stops the import; what is checkpointed stays, and can be resumed.</param>
    /// <returns>
    /// What was done, or <c>ActNotAllowed</c>, <c>ImportLayoutUnknown</c>, <c>ImportColumnMissing</c>, <c>ImportWithoutNames</c>,
    /// <c>InvalidValue</c>, <c>ImportTakenOver</c> where another process goes on with the same import, <c>VersionConflict</c> or
    /// <c>AlreadyExists</c> where other writers overtook a batch again and again; batches before it stay.
    /// </returns>
    public Task<CrmResult<CustomerImportResult>> ImportAsync(
        CustomerImportFile file,
        IAsyncEnumerable<CustomerImportRow> rows,
        CustomerImportOptions? options = null,
        IProgress<int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(rows);
        return acts.MakeAsync(
            "customers.import",
            _ =>
            {
                var bound = Bind(file);
                return bound.TryGetValue(out var layout)
                    ? RunAsync(file, rows, layout, Checked(options ?? new CustomerImportOptions()), progress, cancellationToken)
                    : Task.FromResult(CrmResult<CustomerImportResult>.Failed(bound.Errors));
            },
            cancellationToken);
    }

    /// <summary>Finds an import.</summary>
    /// <param name="id">The import.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The import; null when there is none or the actor is no member of the staff.</returns>
    public async Task<CustomerImportSummary?> FindAsync(CustomerImportId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await imports.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>The newest imports.</summary>
    /// <param name="take">Most imports to return; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The imports, newest first; none when the actor is no member of the staff.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is not 1 to 1,000.</exception>
    public async Task<IReadOnlyList<CustomerImportSummary>> ListAsync(int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        return acts.Gate.Readable.Everything ? await imports.ListAsync(take, cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>The rows of an import that wait for review, the last one first.</summary>
    /// <param name="id">The import.</param>
    /// <param name="beforeRow">Rows before this one; null from the last.</param>
    /// <param name="take">Most rows to return; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rows, each with the customer that it may mean and the code of the reason; none when the actor is no member of the staff.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is not 1 to 1,000.</exception>
    public async Task<IReadOnlyList<CustomerImportItem>> ReviewsAsync(CustomerImportId id, int? beforeRow = null, int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        return acts.Gate.Readable.Everything ? await imports.ItemsAsync(id, ImportOutcome.Review, beforeRow, take, cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>
    /// Undoes an import in one transaction: customers that it made go, those that it changed have their old values back. What was
    /// touched since stays and is listed.
    /// </summary>
    /// <param name="id">The import, whether it was completed or not; it cannot be resumed afterwards.</param>
    /// <param name="isRehearsal">Whether to say what would happen and change nothing.</param>
    /// <param name="cancellationToken">Cancels the act; nothing is written then.</param>
    /// <returns>What was done, or <c>ActNotAllowed</c>, <c>ImportNotFound</c>, <c>ImportAlreadyUndone</c>, <c>VersionConflict</c>.</returns>
    public Task<CrmResult<ImportUndoResult>> UndoAsync(CustomerImportId id, bool isRehearsal = false, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<ImportUndoResult>(
            "customers.undo-import",
            async _ =>
            {
                if (await imports.FindAsync(id, cancellationToken).ConfigureAwait(false) is null)
                {
                    return acts.Errors.ImportNotFound(id.ToString());
                }

                CrmResult<ImportUndoResult>? undone = null;
                var written = await unitOfWork.InTransactionAsync<ImportUndoResult>(
                    async token =>
                    {
                        undone = await new CustomerImportUndo(imports, unitOfWork, acts, id).RunAsync(token).ConfigureAwait(false);
                        return isRehearsal && undone.Succeeded ? acts.Errors.ImportTakenOver(id.ToString()) : undone;
                    },
                    cancellationToken).ConfigureAwait(false);
                return isRehearsal && undone is { Succeeded: true } ? undone : written;
            },
            cancellationToken);

    private static CustomerImportOptions Checked(CustomerImportOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.BatchSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.BatchSize, MostBatch);
        Guard.Defined(options.OnDuplicate);
        return options with { System = Guard.Line(options.System, Values.ExternalReference.MaxSystemLength) };
    }

    private CrmResult<BoundLayout> Bind(CustomerImportFile file)
    {
        var layout = file.Layout;
        if (layout is null)
        {
            var detected = CustomerLayout.Detect(file.Header, acts.Errors);
            if (!detected.TryGetValue(out layout))
            {
                return CrmResult<BoundLayout>.Failed(detected.Errors);
            }
        }

        return layout.CanRead(file.Header) is { IsPermitted: false } refused ? refused.ToError(acts.Errors) : new BoundLayout(layout, file.Header);
    }

    private async Task<CrmResult<CustomerImportResult>> RunAsync(
        CustomerImportFile file, IAsyncEnumerable<CustomerImportRow> rows, BoundLayout layout, CustomerImportOptions options, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var now = acts.Now;
        CustomerImportRun NewRun() => new(imports, unitOfWork, acts, () => new CustomerRowReader(layout, options, acts.Errors, now), options, progress);
        var started = new CustomerImportSummary
        {
            Id = CustomerImportId.New(now),
            Name = Guard.Line(file.Name, 200),
            Fingerprint = ImportFingerprint.Of(file with { Fingerprint = Guard.Line(file.Fingerprint, 200) }, layout, options),
            System = options.System,
            Layout = layout.Layout.Name,
            OnDuplicate = options.OnDuplicate,
            StartedAt = now,
            ActorName = acts.Gate.Actor.Name,
        };
        if (options.IsRehearsal)
        {
            return await RehearseAsync(NewRun, started, rows, cancellationToken).ConfigureAwait(false);
        }

        var last = options.Resumes ? await imports.LastOfAsync(started.Fingerprint, cancellationToken).ConfigureAwait(false) : null;
        if (last is null)
        {
            var begun = await unitOfWork.InTransactionAsync<CustomerImportSummary>(
                async token =>
                {
                    await imports.StartAsync(started, token).ConfigureAwait(false);
                    return started;
                },
                cancellationToken).ConfigureAwait(false);
            if (!begun.Succeeded)
            {
                return CrmResult<CustomerImportResult>.Failed(begun.Errors);
            }
        }

        return await NewRun().RunAsync(last ?? started, rows, cancellationToken).ConfigureAwait(false);
    }

    // Nothing tells better what would happen than letting it happen and rolling it back.
    private async Task<CrmResult<CustomerImportResult>> RehearseAsync(
        Func<CustomerImportRun> newRun, CustomerImportSummary started, IAsyncEnumerable<CustomerImportRow> rows, CancellationToken cancellationToken)
    {
        CrmResult<CustomerImportResult>? rehearsed = null;
        var rolledBack = await unitOfWork.InTransactionAsync<CustomerImportResult>(
            async token =>
            {
                await imports.StartAsync(started, token).ConfigureAwait(false);
                rehearsed = await newRun().RunAsync(started, rows, token).ConfigureAwait(false);
                return acts.Errors.ImportTakenOver(started.Id.ToString());
            },
            cancellationToken).ConfigureAwait(false);
        return rehearsed is null ? rolledBack : rehearsed.TryGetValue(out var result) ? result with { Id = null } : rehearsed;
    }
}
