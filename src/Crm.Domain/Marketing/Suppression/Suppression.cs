using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// The one place that says who gets a message, in one order: exclusions, consent, addresses that do not work, an address that another customer has
/// too, the frequency cap. Every skip has its reason; what the cap leaves no room for is put off to the next free day. For any sender: campaigns,
/// journeys, the host's own.
/// </summary>
/// <remarks>Scoped service, for staff. Whoever sends asks again right before sending, as <c>MessageDesk</c> does: consent may be gone by then.</remarks>
[FrontDoor]
public sealed class Suppression(ISendingLedger ledger, ContactPermissions permissions, IBusinessZone zone, MarketingOptions options, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    /// <summary>Most customers of one question: 1,000.</summary>
    public const int MaxCustomers = ContactPermissions.MaxCustomers;

    /// <summary>Asks, and changes nothing.</summary>
    /// <param name="question">Who wants to send what.</param>
    /// <param name="customers">The customers, in the order in which they take addresses; at most <see cref="MaxCustomers"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>A verdict on each; or <c>ActNotAllowed</c>, <c>SegmentNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SendingVerdicts>> CheckAsync(SendingQuestion question, IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken = default) =>
        acts.MakeAsync("marketing.check-sending", now => DecideAsync(question, customers, now, cancellationToken), cancellationToken);

    /// <summary>
    /// Asks, and takes the places of those who get the message: their address within the sender, and their day under the frequency cap. Joins the open
    /// transaction or has one of its own; nobody else takes places meanwhile.
    /// </summary>
    /// <param name="question">Who wants to send what.</param>
    /// <param name="customers">The customers, in the order in which they take addresses; at most <see cref="MaxCustomers"/>.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>A verdict on each; or <c>ActNotAllowed</c>, <c>SegmentNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SendingVerdicts>> TakeAsync(SendingQuestion question, IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken = default) => unitOfWork.InTransactionAsync(
        token => acts.MakeAsync<SendingVerdicts>(
            "marketing.plan-sending",
            async now =>
            {
                await ledger.HoldAsync(token).ConfigureAwait(false);
                var decided = await DecideAsync(question, customers, now, token).ConfigureAwait(false);
                if (decided.TryGetValue(out var verdicts))
                {
                    await ledger.WriteAsync([.. verdicts.All.Where(v => v.MaySend).Select(v => new PlannedSending(Version7.Create(now), question, v))], token).ConfigureAwait(false);
                }

                return decided;
            },
            token),
        cancellationToken);

    /// <summary>Gives the places of customers back, since the message was not sent after all.</summary>
    /// <param name="scope">The sender.</param>
    /// <param name="customers">The living customers; at most <see cref="MaxCustomers"/>.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many there were; or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<int>> ReleaseAsync(string scope, IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return unitOfWork.InTransactionAsync(
            token => acts.MakeAsync<int>(
                "marketing.plan-sending",
                async _ =>
                {
                    ArgumentOutOfRangeException.ThrowIfGreaterThan(customers.Count, MaxCustomers, nameof(customers));
                    return await ledger.ReleaseAsync(Guard.Line(scope, PlannedSending.MaxScopeLength), customers, token).ConfigureAwait(false);
                },
                token),
            cancellationToken);
    }

    private async Task<CrmResult<SendingVerdicts>> DecideAsync(SendingQuestion question, IReadOnlyCollection<CustomerId> customers, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(customers.Count, MaxCustomers, nameof(customers));
        Guard.Line(question.Scope, PlannedSending.MaxScopeLength, nameof(question.Scope));
        if (!question.Window.IsUsable)
        {
            return acts.Errors.InvalidValue("window", "A window ends after it begins.");
        }

        if ((await ledger.MissingSegmentsAsync(question.ExcludedSegments, cancellationToken).ConfigureAwait(false)).FirstOrDefault() is { } missing)
        {
            return acts.Errors.SegmentNotFound(missing);
        }

        var asked = await permissions.MayContactAllAsync(customers, question.Purpose, question.Channel, now, cancellationToken).ConfigureAwait(false);
        if (!asked.TryGetValue(out var decisions))
        {
            return CrmResult<SendingVerdicts>.Failed(asked.Errors);
        }

        var living = decisions.Values.Select(d => d.CustomerId!.Value).Distinct().ToList();
        var excluded = question.Excluded.Concat(await ledger.MembersAsync(question.ExcludedSegments, living, cancellationToken).ConfigureAwait(false)).ToHashSet();
        var keys = decisions.Values.Select(d => d.Address?.Key).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var taken = await ledger.TakenAsync(question.Scope, living, keys, cancellationToken).ConfigureAwait(false);
        var profiles = await ledger.ProfilesAsync(living, question.Channel, cancellationToken).ConfigureAwait(false);

        // A day may have begun or not yet, where the customer is.
        var from = FrequencyCap.Earliest((question.NotBefore is { } wanted && wanted > now ? wanted : now).InUtc().Date.PlusDays(-1));
        var counted = await ledger.CountedAsync(living, question.Channel, from, cancellationToken).ConfigureAwait(false);
        return new SendingVerdicts(SuppressionRules.Decide(question, customers, new(decisions, excluded, taken, profiles, counted, zone.Zone), options, now));
    }
}
