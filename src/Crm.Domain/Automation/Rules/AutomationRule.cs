using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>A rule: when an event happens and criteria hold, then actions. What it said before stays with it, version by version.</summary>
public sealed class AutomationRule : AggregateRoot<AutomationRuleId>
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 60;

    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 200;

    private readonly List<AutomationRuleVersion> _versions = [];

    private AutomationRule() => (Key, Name, EventName, Definition) = (null!, null!, null!, null!);

    /// <summary>Makes a rule, switched off.</summary>
    /// <param name="id">The id.</param>
    /// <param name="key">The key: lower-case letters, digits and hyphens.</param>
    /// <param name="name">The name for people.</param>
    /// <param name="definition">What it does; checked by the caller.</param>
    /// <param name="position">Its place among the rules of one event; the lowest runs first.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is out of its bounds.</exception>
    public AutomationRule(AutomationRuleId id, string key, string name, RuleDefinition definition, int position, Instant now)
        : base(id)
    {
        Key = KeyOf(key);
        Name = Guard.Line(name, MaxNameLength);
        Position = position;
        (EventName, Definition) = (null!, null!);
        Take(definition, now);
        Raise(new AutomationRuleCreated(Id, Key, EventName, now));
    }

    /// <summary>The key; unique per tenant.</summary>
    public string Key { get; private set; }

    /// <summary>The name for people.</summary>
    public string Name { get; private set; }

    /// <summary>Stored name of the event that it waits for.</summary>
    public string EventName { get; private set; }

    /// <summary>What it does, as JSON.</summary>
    public string Definition { get; private set; }

    /// <summary>Which version that is, from 1.</summary>
    public int Revision { get; private set; }

    /// <summary>Its place among the rules of one event; the lowest runs first.</summary>
    public int Position { get; private set; }

    /// <summary>Whether it runs.</summary>
    public bool IsEnabled { get; private set; }

    /// <summary>Everything that it said, the first version first.</summary>
    public IReadOnlyList<AutomationRuleVersion> Versions => _versions;

    /// <summary>Makes the rule do something else from now on.</summary>
    /// <param name="definition">What it does; checked by the caller.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The definition is too long.</exception>
    public void Rewrite(RuleDefinition definition, Instant now)
    {
        Take(definition, now);
        Raise(new AutomationRuleRewritten(Id, Key, Revision, EventName, now));
    }

    /// <summary>Gives the rule another name and place.</summary>
    /// <param name="name">The name.</param>
    /// <param name="position">The place.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The name is out of its bounds.</exception>
    public void Describe(string name, int position, Instant now)
    {
        (Name, Position) = (Guard.Line(name, MaxNameLength), position);
        Raise(new AutomationRuleDescribed(Id, Key, Name, Position, now));
    }

    /// <summary>Whether the rule can be switched on.</summary>
    /// <returns>The ruling; refused with <c>RuleAlreadyEnabled</c>.</returns>
    public CrmRuling CanEnable() => IsEnabled ? CrmRuling.Refused(e => e.RuleAlreadyEnabled(Key)) : CrmRuling.Permitted;

    /// <summary>Switches the rule on: it runs for what is delivered from now on.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is on.</exception>
    public void Enable(Instant now)
    {
        CanEnable().Demand();
        IsEnabled = true;
        Raise(new AutomationRuleEnabled(Id, Key, now));
    }

    /// <summary>Whether the rule can be switched off.</summary>
    /// <returns>The ruling; refused with <c>RuleAlreadyDisabled</c>.</returns>
    public CrmRuling CanDisable() => IsEnabled ? CrmRuling.Permitted : CrmRuling.Refused(e => e.RuleAlreadyDisabled(Key));

    /// <summary>Switches the rule off. Runs that wait for another try do nothing any more.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is off.</exception>
    public void Disable(Instant now)
    {
        CanDisable().Demand();
        IsEnabled = false;
        Raise(new AutomationRuleDisabled(Id, Key, now));
    }

    internal static string KeyOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Length is > 0 and <= MaxKeyLength && char.IsAsciiLetterLower(key[0]) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? key
            : throw new ArgumentException($"A key has 1 to {MaxKeyLength} lower-case letters, digits and hyphens, and begins with a letter.", nameof(key));
    }

    private void Take(RuleDefinition definition, Instant now)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var json = definition.ToJson();
        if (json.Length > RuleDefinition.MaxLength)
        {
            throw new ArgumentException($"A definition has at most {RuleDefinition.MaxLength} characters.", nameof(definition));
        }

        var waitsFor = Guard.Line(definition.Event, 100, nameof(definition));
        Revision++;
        (EventName, Definition) = (waitsFor, json);
        _versions.Add(new AutomationRuleVersion(Revision, json, now));
    }
}
