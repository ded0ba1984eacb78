using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Decides who gets a message, and when: a pure function of what is known, in the order of <see cref="SkipReason"/>.</summary>
internal static class SuppressionRules
{
    /// <summary>Decides on customers in the order given: of two with one address, the first one gets the message.</summary>
    public static IReadOnlyList<SendingVerdict> Decide(SendingQuestion question, IReadOnlyCollection<CustomerId> customers, SuppressionFacts facts, MarketingOptions options, Instant now)
    {
        var planned = facts.Taken.Select(t => t.CustomerId).ToHashSet();
        var addresses = facts.Taken.Where(t => t.AddressKey is not null).Select(t => t.AddressKey!).ToHashSet(StringComparer.Ordinal);
        var (days, verdicts) = (new Dictionary<CustomerId, List<LocalDate>>(), new List<SendingVerdict>(customers.Count));
        foreach (var customer in customers)
        {
            var decision = facts.Decisions.GetValueOrDefault(customer);
            var living = decision?.CustomerId ?? customer;
            var key = decision?.Address?.Key;
            SkipReason? reason = facts.Excluded.Contains(customer) || facts.Excluded.Contains(living) ? SkipReason.Excluded
                : planned.Contains(living) ? SkipReason.AlreadyPlanned
                : decision is null ? SkipReason.CustomerMissing
                : SkipReasons.Of(decision.Barriers) ?? (key is not null && addresses.Contains(key) ? SkipReason.DuplicateAddress : null);
            var verdict = reason is null ? Time(question, decision!, living, facts, days, options, now) with { CustomerId = customer } : new(customer, living, reason);
            if (verdict.MaySend)
            {
                planned.Add(living);
                if (key is not null)
                {
                    addresses.Add(key);
                }
            }

            verdicts.Add(verdict);
        }

        return verdicts;
    }

    /// <summary>The zone by whose clocks a customer lives.</summary>
    public static DateTimeZone ZoneOf(SendingProfile? profile, DateTimeZone business) =>
        profile?.Zone is { } name && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone ? zone : business;

    private static SendingVerdict Time(
        SendingQuestion question, ContactDecision decision, CustomerId living, SuppressionFacts facts, Dictionary<CustomerId, List<LocalDate>> days, MarketingOptions options, Instant now)
    {
        var profile = facts.Profiles.GetValueOrDefault(living);
        var zone = ZoneOf(profile, facts.BusinessZone);
        var first = question.Window.Next(question.NotBefore is { } wanted && wanted > now ? wanted : now, zone);
        var verdict = new SendingVerdict(living, living, null)
        {
            Address = decision.Address?.Value, AddressKey = decision.Address?.Key, Zone = zone.Id, DueAt = first, Day = first.InZone(zone).Date,
        };
        if (question.HeldBack?.Invoke(living) == true)
        {
            return verdict with { IsHeldBack = true };
        }

        // What a contract or a law asks for needs no consent; it neither waits nor counts.
        if (decision.Consent is null)
        {
            return verdict;
        }

        var cap = FrequencyCap.TryParse(profile?.Frequency, out var own) ? own : options.FrequencyCaps.TryGetValue(question.Channel, out var usual) ? usual : FrequencyCap.None;
        var sent = days.TryGetValue(living, out var known) ? known : days[living] = [.. facts.Counted[living]];
        for (var (at, last) = (first, first + Duration.FromDays(options.MaxPostponedDays)); at <= last;)
        {
            var day = at.InZone(zone).Date;
            if (cap.Allows(day, sent))
            {
                sent.Add(day);
                return verdict with { DueAt = at, Day = day, IsPostponed = at > first, IsCounted = true };
            }

            at = question.Window.Next(zone.AtStartOfDay(day.PlusDays(1)).ToInstant(), zone);
        }

        return new(living, living, SkipReason.FrequencyCap);
    }
}
