using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>What people of a partner do with the deals that they register: they draft, submit, take back, and ask for more time.</summary>
/// <remarks>Scoped service, for partners. No act saves; the host saves once. Registrations of others look exactly like missing ones.</remarks>
[FrontDoor]
public sealed class PartnerDeals(IDealRegistrationStore registrations, IPartnerStore partners, IBusinessZone business, PartnerOptions options, CrmActs acts)
{
    /// <summary>Begins a registration.</summary>
    /// <param name="details">What the partner says.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The draft, or <c>PartnerNotFound</c> where the actor acts for none, <c>PartnerInactive</c>, <c>PartnerWithoutTier</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PartnerDeal>> DraftAsync(DealRegistrationDetails details, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<PartnerDeal>(
        async now =>
        {
            var actor = acts.Gate.Actor;
            if (actor.PartnerId() is not { } id || await partners.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } partner)
            {
                return acts.Errors.PartnerNotFound(actor.Id);
            }

            var day = now.InZone(business.Zone).Date;
            if (!partner.IsValidOn(day) || (!options.RegistersWithoutTier && partner.TierOn(day) is null))
            {
                return partner.IsValidOn(day) ? acts.Errors.PartnerWithoutTier(partner.Name) : acts.Errors.PartnerInactive(partner.Name);
            }

            var drafted = new DealRegistration(DealRegistrationId.New(now), id, details, now);
            registrations.Add(drafted);
            return PartnerDeal.Of(drafted);
        },
        cancellationToken);

    /// <summary>Writes a draft, or one that was returned, anew.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="details">What the partner says.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>DealRegistrationNotFound</c> also where it is somebody else's, <c>VersionConflict</c>, <c>DealTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PartnerDeal>> RewriteAsync(DealRegistrationId id, DealRegistrationDetails details, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, (d, now) => d.Rewrite(details, now), cancellationToken);

    /// <summary>Submits a registration to the business.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>DealRegistrationNotFound</c> also where it is somebody else's, <c>VersionConflict</c>, <c>DealTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<PartnerDeal>> SubmitAsync(DealRegistrationId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, (d, now) => d.Submit(now), cancellationToken);

    /// <summary>Takes a registration back.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>DealRegistrationNotFound</c> also where it is somebody else's, <c>VersionConflict</c>, <c>DealTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<PartnerDeal>> WithdrawAsync(DealRegistrationId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, (d, now) => d.Withdraw(now), cancellationToken);

    /// <summary>Asks for a longer period, which is to be approved like the registration itself.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="through">The last day of the longer period.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The registration, or <c>DealRegistrationNotFound</c> also where it is somebody else's, <c>VersionConflict</c>, <c>DealTransitionNotAllowed</c>, <c>DealApprovalPending</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PartnerDeal>> AskExtensionAsync(DealRegistrationId id, LocalDate through, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, (d, now) => d.AskExtension(through, now), cancellationToken);

    /// <summary>Finds a registration of the partner.</summary>
    /// <param name="id">The registration.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The registration; null when there is none, or it is somebody else's.</returns>
    public async Task<PartnerDeal?> FindAsync(DealRegistrationId id, CancellationToken cancellationToken = default) =>
        await OwnAsync(id, cancellationToken).ConfigureAwait(false) is { } own ? PartnerDeal.Of(own) : null;

    /// <summary>Lists the registrations of the partner, the newest first.</summary>
    /// <param name="status">Those in a status; all when null.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor acts for no partner.</returns>
    public async Task<Page<PartnerDeal>> ListAsync(DealRegistrationStatus? status = null, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        if (acts.Gate.Actor.PartnerId() is not { } partner)
        {
            return new Page<PartnerDeal>([], null);
        }

        var found = await registrations.ListAsync(new DealRegistrationCriteria { PartnerId = partner, Status = status }, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false);
        return new Page<PartnerDeal>([.. found.Items.Select(PartnerDeal.Of)], found.Next);
    }

    private Task<CrmResult<PartnerDeal>> ChangeAsync(DealRegistrationId id, long? expectedVersion, Action<DealRegistration, Instant> change, CancellationToken cancellationToken) =>
        acts.MakeOwnAsync<PartnerDeal>(
            async now =>
            {
                if (await OwnAsync(id, cancellationToken).ConfigureAwait(false) is not { } own)
                {
                    return acts.Errors.DealRegistrationNotFound(id.ToString());
                }

                if (expectedVersion is { } expected && expected != own.Version)
                {
                    return acts.Errors.VersionConflict($"{nameof(DealRegistration)} {id}");
                }

                change(own, now);
                return PartnerDeal.Of(own);
            },
            cancellationToken);

    private async Task<DealRegistration?> OwnAsync(DealRegistrationId id, CancellationToken cancellationToken) =>
        acts.Gate.Actor.PartnerId() is { } partner && await registrations.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found && found.PartnerId == partner ? found : null;
}
