using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Shows campaigns, who gets them and why not, what came of them, and the revenue that each of them has a part in.</summary>
/// <remarks>Scoped service, for staff.</remarks>
[FrontDoor]
public sealed class CampaignReports(ICampaignQueries queries, MarketingOptions options, CrmActs acts)
{
    private const string Act = "marketing.read-campaigns";

    /// <summary>Lists campaigns, made last first; at most a thousand.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The campaigns; none when the actor may not read them.</returns>
    public async Task<IReadOnlyList<CampaignSummary>> ListAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await queries.ListAsync(cancellationToken).ConfigureAwait(false) : [];

    /// <summary>Finds a campaign.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The campaign; null when there is none or the actor may not read it.</returns>
    public async Task<CampaignDetails?> FindAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return acts.Gate.Readable.Everything ? await queries.FindAsync(key, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Lists the recipients of a campaign, the control group and those who were skipped included.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="status">How far they are; null for all.</param>
    /// <param name="page">Which page; the first when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; or <c>ActNotAllowed</c>, <c>CampaignNotFound</c>.</returns>
    public Task<CrmResult<Page<CampaignRecipientSummary>>> RecipientsAsync(
        string key, CampaignRecipientStatus? status = null, PageRequest? page = null, CancellationToken cancellationToken = default) => OfAsync<Page<CampaignRecipientSummary>>(
        key, async found => await queries.RecipientsAsync(found.Summary.Id, status, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false), cancellationToken);

    /// <summary>What came of a campaign: every recipient in one row, and the difference to the control group over <c>CrmOptions.Marketing.ConversionWindow</c> from its start.</summary>
    /// <param name="key">The campaign.</param>
    /// <param name="revenue">What counts as buying.</param>
    /// <param name="confidence">How sure the interval of the difference is; between 0 and 1.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The outcome; or <c>ActNotAllowed</c>, <c>CampaignNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CampaignOutcome>> OutcomeAsync(
        string key, RevenueKind revenue = RevenueKind.Orders, double confidence = .95, CancellationToken cancellationToken = default) => OfAsync<CampaignOutcome>(
        key,
        async found =>
        {
            Guard.Defined(revenue);
            var effect = found.Summary.StartedAt is { } start && await queries.BuyersAsync(found.Summary.Id, revenue, start, start + options.ConversionWindow, cancellationToken).ConfigureAwait(false) is (var treated, var control)
                && treated.Sent > 0 && control.Sent > 0
                ? new CampaignEffect(treated.Sent, treated.Successes, control.Sent, control.Successes, TwoProportions.Difference(treated.Successes, treated.Sent, control.Successes, control.Sent, confidence))
                : null;
            return new CampaignOutcome(found.Summary, await queries.CountsAsync(found.Summary.Id, cancellationToken).ConfigureAwait(false), effect);
        },
        cancellationToken);

    /// <summary>Divides the revenue of a time among the campaigns that reached the customers before, with what each cost and returned.</summary>
    /// <param name="question">Which revenue, and how.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One row for each campaign and currency, by campaign, what nobody reached last; or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CampaignRevenueReport>> AttributionAsync(AttributionQuestion question, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        return acts.MakeAsync<CampaignRevenueReport>(
            Act,
            async _ =>
            {
                if (question.To <= question.From || question.To - question.From > Duration.FromDays(1100) || question.Window > Duration.FromDays(400))
                {
                    return acts.Errors.InvalidValue("to", "Up to 1,100 days, with a window of up to 400.");
                }

                var facts = await queries.RevenueAsync(Guard.Defined(question.Revenue), question.From, question.To, cancellationToken).ConfigureAwait(false);
                var touches = await queries.TouchesAsync(question.From - question.Window, question.To, cancellationToken).ConfigureAwait(false);
                var parts = RevenueAttribution.Divide(facts, touches, question.Model, question.Window, question.HalfLife);
                var costs = (await queries.ListAsync(cancellationToken).ConfigureAwait(false)).Where(c => c.Cost is not null).ToDictionary(c => c.Key, c => c.Cost!, StringComparer.Ordinal);
                return new CampaignRevenueReport(Rows(parts, costs, [.. touches.Where(t => t.At >= question.From).Select(t => t.Campaign).Distinct(StringComparer.Ordinal)]));
            },
            cancellationToken);
    }

    // What was sent and cost something without any revenue has a row too.
    private static IReadOnlyList<CampaignRevenue> Rows(IReadOnlyList<AttributedRevenue> parts, Dictionary<string, Money> costs, IReadOnlyList<string> sent)
    {
        var rows = parts.GroupBy(p => (p.Campaign, p.Amount.Currency))
            .Select(g => new CampaignRevenue(g.Key.Campaign, g.Aggregate(Money.Zero(g.Key.Currency), (sum, p) => sum + p.Amount), g.Count())
            {
                Cost = g.Key.Campaign is { } key && costs.TryGetValue(key, out var cost) && cost.Currency == g.Key.Currency ? cost : null,
            }).ToList();
        rows.AddRange(sent.Where(key => costs.ContainsKey(key) && !rows.Exists(r => r.Campaign == key && r.Cost is not null)).Select(key => new CampaignRevenue(key, Money.Zero(costs[key].Currency), 0) { Cost = costs[key] }).ToList());
        return [.. rows.OrderBy(r => r.Campaign is null).ThenBy(r => r.Campaign, StringComparer.Ordinal).ThenBy(r => r.Revenue.Currency)];
    }

    private Task<CrmResult<T>> OfAsync<T>(string key, Func<CampaignDetails, Task<CrmResult<T>>> read, CancellationToken cancellationToken)
        where T : notnull => acts.MakeAsync(
        Act,
        async _ => await queries.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } found ? await read(found).ConfigureAwait(false) : acts.Errors.CampaignNotFound(key),
        cancellationToken);
}
