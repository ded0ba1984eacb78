using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>
/// What people of a partner or supplier see of single records that are shared with it, and what they write about them. Leads that they are offered
/// come to <see cref="PartnerLeads"/>, deals that they register to <see cref="PartnerDeals"/>.
/// </summary>
/// <remarks>Scoped service, for partners. No act saves; the host saves once. Records that are not shared look exactly like missing ones.</remarks>
[FrontDoor]
public sealed class PartnerPortal(IRecordShareStore shares, ISharedRecords records, PartnerOptions options, CrmActs acts)
{
    /// <summary>Lists the records that are shared with the partner, those shared last first.</summary>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor acts for no partner.</returns>
    public async Task<Page<SharedRecordSummary>> ListAsync(PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        if (acts.Gate.Actor.PartnerId() is not { } partner)
        {
            return new Page<SharedRecordSummary>([], null);
        }

        var found = await shares.OpenToAsync(partner, acts.Now, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false);
        return new Page<SharedRecordSummary>([.. found.Items.Select(s => new SharedRecordSummary(s.Subject, s.Access, s.From, s.Until))], found.Next);
    }

    /// <summary>Finds a record that is shared with the partner. Reading it is noted where the host keeps a log of that.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The record; null when there is none, or it is not shared with the partner now.</returns>
    public async Task<SharedRecord?> FindAsync(SubjectReference subject, CancellationToken cancellationToken = default)
    {
        if (await OpenAsync(subject, cancellationToken).ConfigureAwait(false) is not ({ } share, { } content))
        {
            return null;
        }

        await acts.NoteReadAsync(subject, "partners.read-shared", cancellationToken).ConfigureAwait(false);
        return new SharedRecord(
            subject,
            share.Access,
            share.Until,
            content.Fields.Where(f => options.SharedFields.Contains(f.Key)).ToDictionary(),
            options.SharedFields.Contains(SharedField.Messages) ? content.Messages : [],
            [.. share.Comments.Select(c => new SharedMessage(c.Author, c.Body, c.At))]);
    }

    /// <summary>Writes a comment, which the staff reads and no customer.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="body">The text.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The record, or <c>SharedRecordNotFound</c> also where it is not shared with the partner, <c>RecordShareTooNarrow</c>, <c>RecordShareFull</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SubjectReference>> CommentAsync(SubjectReference subject, string body, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<SubjectReference>(
        async now =>
        {
            if (await OpenAsync(subject, cancellationToken).ConfigureAwait(false) is not ({ } share, _))
            {
                return acts.Errors.SharedRecordNotFound(subject.Id.ToString());
            }

            share.Comment(acts.Gate.Actor.Name, isOfPartner: true, body, now);
            return subject;
        },
        cancellationToken);

    /// <summary>Changes a field of a shared record: the status of a lead, next step, day or amount of an opportunity.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="field">The field, one of <see cref="PartnerOptions.SharedChanges"/>.</param>
    /// <param name="value">The new value as text, in invariant form, such as <c>2026-06-30</c> or <c>120 EUR</c>; null for none.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The record, or <c>SharedRecordNotFound</c> also where it is not shared with the partner, <c>RecordShareTooNarrow</c>, <c>PartnerFieldClosed</c>, <c>InvalidValue</c>, or what the record refuses.</returns>
    public Task<CrmResult<SubjectReference>> ChangeAsync(SubjectReference subject, SharedField field, string? value, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<SubjectReference>(
        async now =>
        {
            if (await OpenAsync(subject, cancellationToken).ConfigureAwait(false) is not ({ } share, _))
            {
                return acts.Errors.SharedRecordNotFound(subject.Id.ToString());
            }

            share.CanEdit(now).Demand();
            if (!options.SharedChanges.Contains(field) || !options.SharedFields.Contains(field))
            {
                return acts.Errors.PartnerFieldClosed(acts.Errors.NameOf(field));
            }

            if (await records.ChangeAsync(subject, field, value, now, cancellationToken).ConfigureAwait(false) is { Succeeded: false } refused)
            {
                return CrmResult<SubjectReference>.Failed(refused.Errors);
            }

            share.Edit(field, now);
            return subject;
        },
        cancellationToken);

    private async Task<(RecordShare? Share, SharedContent? Content)> OpenAsync(SubjectReference subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var share = acts.Gate.Actor.PartnerId() is { } partner ? await shares.FindOpenAsync(partner, subject, acts.Now, cancellationToken).ConfigureAwait(false) : null;
        var content = share is null ? null : await records.FindAsync(subject, cancellationToken).ConfigureAwait(false);
        return content?.IsForPartners == true ? (share, content) : (null, null);
    }
}
