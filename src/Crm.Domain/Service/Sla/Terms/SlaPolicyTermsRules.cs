using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What the terms of a policy have to keep to.</summary>
internal static class SlaPolicyTermsRules
{
    private static readonly Duration s_looked = Duration.FromDays(14);

    /// <summary>The terms with cleaned texts.</summary>
    /// <exception cref="ArgumentException">A text, a number of levels or an action is out of its bounds, or nothing is promised.</exception>
    public static SlaPolicyTerms Checked(SlaPolicyTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Promises is null || terms.Promises.Values.Any(p => p is null) || terms.Promises.Values.All(p => p.IsEmpty))
        {
            throw new ArgumentException("A policy promises something for at least one priority.", nameof(terms));
        }

        if (terms.Levels is null || terms.Levels.Count > SlaPolicyTerms.MaxLevels || terms.Levels.Any(l => l is null))
        {
            throw new ArgumentException($"A policy has at most {SlaPolicyTerms.MaxLevels} levels of escalation.", nameof(terms));
        }

        Guard.Defined(terms.Reopening, nameof(terms));
        return terms with { CalendarKey = terms.CalendarKey is null ? null : ServiceCalendar.Named(terms.CalendarKey, nameof(terms)), Levels = [.. terms.Levels.Select(l => l.Checked())] };
    }

    /// <summary>What is wrong with the targets and levels by themselves; targets of two kinds are compared in the calendar.</summary>
    public static List<CrmError> Problems(SlaPolicyTerms terms, CrmErrorDescriber errors)
    {
        var problems = Enum.GetValues<CasePriority>().Where(p => !terms.Promises.ContainsKey(p)).Select(p => errors.SlaPolicyPriorityMissing(errors.NameOf(p))).ToList();
        problems.AddRange(terms.Promises
            .Where(p => p.Value is { FirstResponse: { } first, Resolution: { } last } && IsLonger(first, last))
            .Select(p => TooLong(p, errors)));
        problems.AddRange(terms.Levels.GroupBy(l => l.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => errors.EscalationLevelRepeated(g.Key)));
        return problems;
    }

    /// <summary>Targets of which one is an amount of time and the other business days: whether any opening of two weeks has the answer due after the solution.</summary>
    public static IEnumerable<CrmError> ProblemsIn(SlaPolicyTerms terms, BusinessCalendar calendar, Instant now, CrmErrorDescriber errors)
    {
        var starts = calendar.OpenPeriods(new(now, now + s_looked)).Select(p => p.Start).Append(now).ToList();
        return terms.Promises
            .Where(p => p.Value is { FirstResponse: { } first, Resolution: { } last } && first.Days is null != last.Days is null
                && starts.Exists(s => first.DueFrom(calendar, s) > last.DueFrom(calendar, s)))
            .Select(p => TooLong(p, errors));
    }

    private static bool IsLonger(SlaDuration first, SlaDuration last) => (first.Days, last.Days) switch
    {
        (null, null) => first.Time > last.Time,
        ({ } one, { } other) => one > other || (one == other && first.ToEndOfDay && !last.ToEndOfDay),
        _ => false,
    };

    private static CrmError TooLong(KeyValuePair<CasePriority, SlaPromise> promise, CrmErrorDescriber errors) =>
        errors.SlaResponseAfterResolution(errors.NameOf(promise.Key), promise.Value.FirstResponse!.ToString(), promise.Value.Resolution!.ToString());
}
