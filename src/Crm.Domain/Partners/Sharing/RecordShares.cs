using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Shares single cases, interactions, leads and opportunities with single partners, for a time, and takes that back.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once. What partners do with shared records is in <see cref="PartnerPortal"/>.</remarks>
[FrontDoor]
public sealed class RecordShares(IRecordShareStore shares, ISharedRecords records, IPartnerStore partners, IBusinessZone business, CrmActs acts)
{
    /// <summary>Shares a record with a partner.</summary>
    /// <param name="partnerId">The partner.</param>
    /// <param name="subject">The record: a case, an interaction, a lead or an opportunity.</param>
    /// <param name="access">What the partner may do with it.</param>
    /// <param name="until">From when on it may not any more; null for no end.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The sharing, or <c>ActNotAllowed</c>, <c>PartnerNotFound</c>, <c>PartnerInactive</c>, <c>SharedRecordNotFound</c>, <c>RecordNotForPartners</c> for an interaction
    /// whose audience does not include them, <c>RecordShareExists</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<RecordShare>> ShareAsync(
        PartnerId partnerId, SubjectReference subject, ShareAccess access = ShareAccess.Read, Instant? until = null, CancellationToken cancellationToken = default) => acts.MakeAsync<RecordShare>(
        "partners.share-record",
        async now =>
        {
            ArgumentNullException.ThrowIfNull(subject);
            if (await partners.FindAsync(partnerId, cancellationToken).ConfigureAwait(false) is not { } partner)
            {
                return acts.Errors.PartnerNotFound(partnerId.ToString());
            }

            if (!partner.IsValidOn(now.InZone(business.Zone).Date))
            {
                return acts.Errors.PartnerInactive(partner.Name);
            }

            if (await records.FindAsync(subject, cancellationToken).ConfigureAwait(false) is not { } content)
            {
                return acts.Errors.SharedRecordNotFound(subject.Id.ToString());
            }

            if (!content.IsForPartners)
            {
                return acts.Errors.RecordNotForPartners();
            }

            if (await shares.FindOpenAsync(partnerId, subject, now, cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.RecordShareExists(partner.Name);
            }

            var share = new RecordShare(RecordShareId.New(now), partnerId, subject, content.CustomerId, access, until, acts.Gate.Actor.Id, now);
            shares.Add(share);
            return share;
        },
        cancellationToken);

    /// <summary>Takes a sharing back: the partner sees the record no more, from the save on.</summary>
    /// <param name="id">The sharing.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The sharing, or <c>ActNotAllowed</c>, <c>SharedRecordNotFound</c>, <c>VersionConflict</c>, <c>RecordShareOver</c>.</returns>
    public Task<CrmResult<RecordShare>> RevokeAsync(RecordShareId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("partners.revoke-share", id, expectedVersion, (s, _) => s.CanRevoke(), (s, now) => s.Revoke(now), cancellationToken);

    /// <summary>Writes a comment, which the partner reads.</summary>
    /// <param name="id">The sharing.</param>
    /// <param name="body">The text.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The sharing, or <c>ActNotAllowed</c>, <c>SharedRecordNotFound</c>, <c>RecordShareOver</c>, <c>RecordShareFull</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<RecordShare>> CommentAsync(RecordShareId id, string body, CancellationToken cancellationToken = default) =>
        ChangeAsync("partners.comment-share", id, null, (s, now) => s.CanComment(isOfPartner: false, now), (s, now) => s.Comment(acts.Gate.Actor.Name, isOfPartner: false, body, now), cancellationToken);

    /// <summary>Lists with whom a record is or was shared, the newest first, with the comments.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The sharings, to read; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<RecordShare>> ListAsync(SubjectReference subject, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return acts.Gate.Actor.IsStaff ? await shares.OfRecordAsync(subject, cancellationToken).ConfigureAwait(false) : [];
    }

    private Task<CrmResult<RecordShare>> ChangeAsync(
        string act, RecordShareId id, long? expectedVersion, Func<RecordShare, Instant, CrmRuling> may, Action<RecordShare, Instant> change, CancellationToken cancellationToken) => acts.ChangeAsync(
        act, shares.FindAsync(id, cancellationToken), e => e.SharedRecordNotFound(id.ToString()), expectedVersion, s => may(s, acts.Now), change, cancellationToken);
}
