using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// What a desk promises to some of its cases: for which ones and when, and in versions that never change what exactly. Cases keep the
/// version that they were promised until somebody recomputes them.
/// </summary>
public sealed partial class SlaPolicy : AggregateRoot<SlaPolicyId>
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Longest condition as JSON.</summary>
    public const int MaxConditionLength = 20_000;

    /// <summary>Most versions.</summary>
    public const int MaxVersions = 1_000;

    /// <summary>Most policies of a tenant.</summary>
    public const int MaxPolicies = 500;

    private readonly List<SlaPolicyVersion> _versions = [];

    private SlaPolicy() => Name = null!;

    /// <summary>Makes a policy, active and not the default one.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">Which cases it is for, and when.</param>
    /// <param name="terms">What it promises.</param>
    /// <param name="position">Its place in the order; the lowest is asked first.</param>
    /// <param name="actorId">Id of who makes it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is empty or too long, validity ends before it begins, or nothing is promised.</exception>
    /// <exception cref="CrmRuleException">The terms break a rule: <c>SlaPolicyPriorityMissing</c>, <c>SlaResponseAfterResolution</c>, <c>EscalationLevelRepeated</c>.</exception>
    public SlaPolicy(SlaPolicyId id, SlaPolicyDetails details, SlaPolicyTerms terms, int position, string actorId, Instant now)
        : base(id)
    {
        Name = null!;
        Take(details);
        (Position, CreatedAt, IsActive) = (position, now, true);
        _versions.Add(NewVersion(1, terms, actorId, now));
        Raise(new SlaPolicyCreated(Id, Name, _versions[0].Id, now));
    }

    /// <summary>The name.</summary>
    public string Name { get; private set; }

    /// <summary>Its place in the order: the lowest is asked first; of equal places the one that was made first, then the lower id.</summary>
    public int Position { get; private set; }

    /// <summary>Which cases it is for, as JSON; see <see cref="Criteria.Criterion.Parse"/>. Null for none.</summary>
    public string? Condition { get; private set; }

    /// <summary>From which instant on it is chosen.</summary>
    public Instant? ValidFrom { get; private set; }

    /// <summary>Until which instant it is chosen, that one left out.</summary>
    public Instant? ValidUntil { get; private set; }

    /// <summary>When it was made.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>Whether it can be chosen.</summary>
    public bool IsActive { get; private set; }

    /// <summary>1 for the default policy, null for every other: a tenant has at most one.</summary>
    public int? DefaultMark { get; private set; }

    /// <summary>Whether it is chosen where no other one is.</summary>
    public bool IsDefault => DefaultMark is not null;

    /// <summary>Every version, in the order in which they were published.</summary>
    public IReadOnlyList<SlaPolicyVersion> Versions => _versions;

    /// <summary>The version that is promised to cases from now on.</summary>
    public SlaPolicyVersion Current => _versions.MaxBy(v => v.Number)!;

    /// <summary>Sets anew which cases it is for, and when.</summary>
    /// <param name="details">Which cases, and when.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is empty or too long, or validity ends before it begins.</exception>
    public void Change(SlaPolicyDetails details, Instant now)
    {
        Take(details);
        Raise(new SlaPolicyChanged(Id, Name, now));
    }

    /// <summary>Whether a version can be published.</summary>
    /// <param name="terms">What it promises.</param>
    /// <returns>The ruling; refused with <c>SlaPolicyFull</c>, <c>SlaPolicyPriorityMissing</c>, <c>SlaResponseAfterResolution</c>, <c>EscalationLevelRepeated</c>.</returns>
    public CrmRuling CanPublish(SlaPolicyTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return _versions.Count >= MaxVersions ? CrmRuling.Refused(e => e.SlaPolicyFull(Name, MaxVersions))
            : SlaPolicyTermsRules.Problems(SlaPolicyTermsRules.Checked(terms), CrmErrorDescriber.Default).Count == 0 ? CrmRuling.Permitted
            : CrmRuling.Refused(e => SlaPolicyTermsRules.Problems(SlaPolicyTermsRules.Checked(terms), e)[0]);
    }

    /// <summary>Publishes a version: it is promised to cases from now on.</summary>
    /// <param name="terms">What it promises.</param>
    /// <param name="actorId">Id of who publishes it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">See <see cref="CanPublish"/>.</exception>
    /// <exception cref="ArgumentException">A text is empty or too long, or nothing is promised.</exception>
    public void Publish(SlaPolicyTerms terms, string actorId, Instant now)
    {
        CanPublish(terms).Demand();
        var published = NewVersion(Current.Number + 1, terms, actorId, now);
        _versions.Add(published);
        Raise(new SlaPolicyPublished(Id, Name, published.Id, published.Number, now));
    }

    private static SlaPolicyVersion NewVersion(int number, SlaPolicyTerms terms, string actorId, Instant now)
    {
        var cleaned = SlaPolicyTermsRules.Checked(terms);
        return SlaPolicyTermsRules.Problems(cleaned, CrmErrorDescriber.Default) is { Count: > 0 } problems
            ? throw new CrmRuleException(problems)
            : new SlaPolicyVersion(number, cleaned, actorId, now);
    }

    private void Take(SlaPolicyDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        var name = Guard.Line(details.Name, MaxNameLength);
        var condition = details.Condition?.ToJson();
        if (condition?.Length > MaxConditionLength)
        {
            throw new ArgumentException("The condition is too long.", nameof(details));
        }

        if (details.ValidUntil <= details.ValidFrom)
        {
            throw new ArgumentException("A policy is valid until an instant that lies after the one from which it is valid.", nameof(details));
        }

        Instant? from = details.ValidFrom is { } first ? Guard.Storable(first, nameof(details)) : null;
        Instant? until = details.ValidUntil is { } last ? Guard.Storable(last, nameof(details)) : null;
        (Name, Condition, ValidFrom, ValidUntil) = (name, condition, from, until);
    }
}
