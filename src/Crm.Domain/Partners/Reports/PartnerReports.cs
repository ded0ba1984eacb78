using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>Says what partners did, as of any instant, and books what they got for it. A partner's own people read the same of their partner.</summary>
/// <remarks>Scoped service. No act saves; the host saves once. Other partners look exactly like missing ones.</remarks>
[FrontDoor]
public sealed class PartnerReports(IPartnerReportQueries queries, IPartnerStore partners, IBusinessZone business, CrmActs acts)
{
    /// <summary>What a partner did: leads, registrations, what was won, shared cases, benefits and payouts.</summary>
    /// <param name="id">The partner.</param>
    /// <param name="asOf">As of when; now when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The report, or <c>PartnerNotFound</c> also where it is another partner than one's own.</returns>
    public Task<CrmResult<PartnerPerformance>> PerformanceAsync(PartnerId id, Instant? asOf = null, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<PartnerPerformance>(
        async now =>
        {
            if (!MayRead(id) || await partners.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } partner)
            {
                return acts.Errors.PartnerNotFound(id.ToString());
            }

            var until = Guard.Storable(asOf ?? now, nameof(asOf));
            var activity = await queries.ActivityAsync(id, until, cancellationToken).ConfigureAwait(false);
            return Of(partner, until, partner.TierOn(until.InZone(business.Zone).Date), activity);
        },
        cancellationToken);

    /// <summary>Books a benefit or a payout.</summary>
    /// <param name="id">The partner.</param>
    /// <param name="details">What it got.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The fact, or <c>ActNotAllowed</c>, <c>PartnerNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PartnerFact>> BookAsync(PartnerId id, PartnerFactDetails details, CancellationToken cancellationToken = default) => acts.MakeAsync<PartnerFact>(
        "partners.book-fact",
        async now =>
        {
            var fact = new PartnerFact(PartnerFactId.New(now), id, details, now);
            if (await partners.FindAsync(id, cancellationToken).ConfigureAwait(false) is null)
            {
                return acts.Errors.PartnerNotFound(id.ToString());
            }

            queries.Add(fact);
            return fact;
        },
        cancellationToken);

    /// <summary>Takes a benefit or payout back by another with the negative amount. Each is taken back once: of two at the same time one is saved.</summary>
    /// <param name="id">The fact.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The reversal, or <c>ActNotAllowed</c>, <c>PartnerFactNotFound</c>, <c>PartnerFactReversed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PartnerFact>> ReverseAsync(PartnerFactId id, string reason, CancellationToken cancellationToken = default) => acts.MakeAsync<PartnerFact>(
        "partners.reverse-fact",
        async now =>
        {
            if (await queries.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return acts.Errors.PartnerFactNotFound(id.ToString());
            }

            if (await queries.IsReversedAsync(id, cancellationToken).ConfigureAwait(false))
            {
                return acts.Errors.PartnerFactReversed();
            }

            var reversal = new PartnerFact(PartnerFactId.New(now), found, reason, now);
            queries.Add(reversal);
            return reversal;
        },
        cancellationToken);

    /// <summary>Lists the benefits and payouts of a partner, the newest first.</summary>
    /// <param name="id">The partner.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when it is another partner than one's own.</returns>
    public async Task<Page<PartnerFact>> FactsAsync(PartnerId id, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        MayRead(id) ? await queries.ListAsync(id, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new Page<PartnerFact>([], null);

    private static PartnerPerformance Of(Partner partner, Instant asOf, string? tier, PartnerActivity activity)
    {
        // What was not yet answered then is pending, whatever came of it later.
        var outcomes = activity.Offers.Select(o => o.SettledAt < asOf ? o.Outcome : LeadOfferOutcome.Pending).CountBy(o => o).ToDictionary();
        List<Duration> times = [.. activity.Offers.Where(o => o.Outcome == LeadOfferOutcome.Accepted && o.SettledAt < asOf).Select(o => o.SettledAt!.Value - o.OfferedAt).Order()];
        var (won, lost) = (activity.Closed.Count(c => c.IsWon), activity.Closed.Count(c => !c.IsWon));
        return new PartnerPerformance(
            partner.Id,
            asOf,
            tier,
            activity.Offers.Count,
            outcomes.GetValueOrDefault(LeadOfferOutcome.Accepted),
            outcomes.GetValueOrDefault(LeadOfferOutcome.Declined),
            outcomes.GetValueOrDefault(LeadOfferOutcome.Expired),
            outcomes.GetValueOrDefault(LeadOfferOutcome.Pending),
            times.Count == 0 ? null : times.Aggregate(Duration.Zero, (sum, t) => sum + t) / times.Count,
            times.Count == 0 ? null : (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2,
            activity.Deals.Select(d => d.ClosedAt < asOf ? d.Status : d.ApprovedAt < asOf ? DealRegistrationStatus.Approved : d.SubmittedAt < asOf ? DealRegistrationStatus.Submitted : DealRegistrationStatus.Draft)
                .CountBy(s => s).OrderBy(s => s.Key).ToDictionary(),
            won,
            lost,
            won + lost == 0 ? null : (double)won / (won + lost),
            [.. activity.Closed.Where(c => c is { IsWon: true, Amount: not null }).GroupBy(c => c.Amount!.Currency).OrderBy(g => g.Key.Code).Select(g => g.Aggregate(Money.Zero(g.Key), (sum, c) => sum + c.Amount!))],
            activity.SharedCases,
            activity.Sums);
    }

    private bool MayRead(PartnerId id) => acts.Gate.Actor.IsStaff || acts.Gate.Actor.PartnerId() == id;
}
