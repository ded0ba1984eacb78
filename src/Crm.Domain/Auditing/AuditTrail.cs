using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Auditing;

/// <summary>The audit: who changed which field of a record, when, why, from what and to what; and what a record was at an instant.</summary>
/// <remarks>Scoped service, for staff only: the audit names who acted. Changes of fields that the actor's roles hide are left out. Set-based acts leave a save without changes of fields.</remarks>
[FrontDoor]
public sealed class AuditTrail(IAuditQueries queries, CrmActs acts)
{
    /// <summary>Reads a page of a record's history, newest first.</summary>
    /// <param name="record">The record, of any area.</param>
    /// <param name="criteria">Which saves; every save when null.</param>
    /// <param name="page">Which page; the first 50 saves when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page, empty for a record that does not exist; or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<Page<AuditedSave>>> HistoryAsync(
        SubjectReference record, AuditCriteria? criteria = null, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return acts.MakeAsync<Page<AuditedSave>>(
            "auditing.read",
            async _ => await queries.PageAsync(record, criteria ?? AuditCriteria.All, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) is var found && acts.Gate.Rights.RestrictsFields
                ? found with { Items = [.. found.Items.Select(Readable)] }
                : found,
            cancellationToken);
    }

    /// <summary>Says what a record was at an instant, parts included.</summary>
    /// <param name="record">The record, of any area.</param>
    /// <param name="at">The instant; what was saved at this very instant is included.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The state, or <c>ActNotAllowed</c>, <c>RecordNotFoundAt</c> where it did not exist then, or not any more.</returns>
    public Task<CrmResult<RecordState>> AsOfAsync(SubjectReference record, Instant at, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        return acts.MakeAsync<RecordState>(
            "auditing.read",
            async _ =>
            {
                var saves = new List<AuditedSave>();
                await foreach (var save in queries.ReadAsync(record, at, cancellationToken).ConfigureAwait(false))
                {
                    saves.Add(Readable(save));
                }

                return RecordState.Replay(saves) is { } state ? state : acts.Errors.RecordNotFoundAt($"{record.Kind} {record.Id}", InstantPattern.ExtendedIso.Format(at));
            },
            cancellationToken);
    }

    private AuditedSave Readable(AuditedSave save) => !acts.Gate.Rights.RestrictsFields ? save : save with
    {
        Changes = [.. save.Changes.Where(c => acts.Gate.Rights.MayRead(save.RecordType, c.Part is null ? c.Field : $"{c.Part}:{c.Key}.{c.Field}"))],
    };
}
