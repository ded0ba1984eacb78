using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Takes organisations in as partners, and keeps their types, tiers, areas, weights and validity.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class PartnerDirectory(IPartnerStore partners, ICustomerQueries customers, IBusinessZone business, PartnerOptions options, CrmActs acts)
{
    /// <summary>Takes an organisation in as a partner.</summary>
    /// <param name="customerId">The organisation that it is.</param>
    /// <param name="name">What it is called here; unique. The organisation's name when null.</param>
    /// <param name="settings">How it works together with the business; as a reseller everywhere when null.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The partner, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>PartnerNotAnOrganisation</c>, <c>PartnerAlreadyRegistered</c>, <c>PartnerNameTaken</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Partner>> RegisterAsync(CustomerId customerId, string? name = null, PartnerSettings? settings = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync<Partner>(
            "partners.register",
            async now =>
            {
                if (await customers.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false) is not { } organisation)
                {
                    return acts.Errors.CustomerNotFound(customerId.ToString());
                }

                if (organisation.Kind != CustomerKind.Organisation)
                {
                    return acts.Errors.PartnerNotAnOrganisation(organisation.DisplayName);
                }

                var called = name ?? (organisation.DisplayName.Length > Partner.MaxNameLength ? organisation.DisplayName[..Partner.MaxNameLength] : organisation.DisplayName);
                var registered = new Partner(PartnerId.New(now), organisation.Id, called, settings ?? new(), now);
                if (await partners.IsPartnerAsync(organisation.Id, cancellationToken).ConfigureAwait(false))
                {
                    return acts.Errors.PartnerAlreadyRegistered(organisation.DisplayName);
                }

                if (await partners.FindByNameAsync(registered.Name, cancellationToken).ConfigureAwait(false) is not null)
                {
                    return acts.Errors.PartnerNameTaken(registered.Name);
                }

                partners.Add(registered);
                return registered;
            },
            cancellationToken);

    /// <summary>Sets anew how a partner works together with the business.</summary>
    /// <param name="id">The partner.</param>
    /// <param name="settings">How it does.</param>
    /// <param name="name">What it is called here; as before when null.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The partner, or <c>ActNotAllowed</c>, <c>PartnerNotFound</c>, <c>VersionConflict</c>, <c>PartnerNameTaken</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<Partner>> ConfigureAsync(
        PartnerId id, PartnerSettings settings, string? name = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var taken = name is not null && await partners.FindByNameAsync(name.Trim(), cancellationToken).ConfigureAwait(false) is { } other && other.Id != id;
        return await ChangeAsync(
            "partners.configure",
            id,
            expectedVersion,
            _ => taken ? CrmRuling.Refused(e => e.PartnerNameTaken(name!.Trim())) : CrmRuling.Permitted,
            (p, now) => p.Configure(name ?? p.Name, settings, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes the tier of a partner from a day on.</summary>
    /// <param name="id">The partner.</param>
    /// <param name="tier">Key of the tier, one of <see cref="PartnerOptions.Tiers"/>; null for none.</param>
    /// <param name="from">The first day, in the business's own time zone; today when null.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The partner, or <c>ActNotAllowed</c>, <c>PartnerNotFound</c>, <c>VersionConflict</c>, <c>PartnerTierUnknown</c>, <c>PartnerInactive</c>, <c>PartnerTierInPast</c>.</returns>
    public Task<CrmResult<Partner>> GradeAsync(PartnerId id, string? tier, LocalDate? from = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var day = from ?? Today();
        return ChangeAsync(
            "partners.grade",
            id,
            expectedVersion,
            p => tier is not null && !options.Tiers.Contains(tier) ? CrmRuling.Refused(e => e.PartnerTierUnknown(tier)) : p.CanGrade(day),
            (p, now) => p.Grade(tier, day, now),
            cancellationToken);
    }

    /// <summary>Deactivates a partner: its people cannot sign in, it gets no leads and registers nothing.</summary>
    /// <param name="id">The partner.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The partner, or <c>ActNotAllowed</c>, <c>PartnerNotFound</c>, <c>VersionConflict</c>, <c>PartnerInactive</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Partner>> DeactivateAsync(PartnerId id, string reason, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("partners.deactivate", id, expectedVersion, p => p.CanDeactivate(), (p, now) => p.Deactivate(reason, now), cancellationToken);

    /// <summary>Activates a partner again.</summary>
    /// <param name="id">The partner.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The partner, or <c>ActNotAllowed</c>, <c>PartnerNotFound</c>, <c>VersionConflict</c>, <c>PartnerActive</c>.</returns>
    public Task<CrmResult<Partner>> ActivateAsync(PartnerId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("partners.activate", id, expectedVersion, p => p.CanActivate(), (p, now) => p.Activate(now), cancellationToken);

    /// <summary>Finds a partner.</summary>
    /// <param name="id">The partner.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The partner, or null; null also when the actor is not of the staff.</returns>
    public async Task<Partner?> FindAsync(PartnerId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await partners.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Finds a partner by its name.</summary>
    /// <param name="name">The name, as it is written.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The partner, or null; null also when the actor is not of the staff.</returns>
    public async Task<Partner?> FindAsync(string name, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await partners.FindByNameAsync(name, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists partners, the newest first.</summary>
    /// <param name="criteria">Which; all when null.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff.</returns>
    public async Task<Page<PartnerSummary>> ListAsync(PartnerCriteria? criteria = null, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await partners.ListAsync(criteria ?? new(), page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new Page<PartnerSummary>([], null);

    private LocalDate Today() => acts.Now.InZone(business.Zone).Date;

    private Task<CrmResult<Partner>> ChangeAsync(
        string act, PartnerId id, long? expectedVersion, Func<Partner, CrmRuling> may, Action<Partner, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, partners.FindAsync(id, cancellationToken), e => e.PartnerNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
