using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>What a rule said from one moment on.</summary>
public sealed class AutomationRuleVersion
{
    private AutomationRuleVersion() => Definition = null!;

    internal AutomationRuleVersion(int revision, string definition, Instant at) => (Revision, Definition, At) = (revision, definition, at);

    /// <summary>Which one, from 1.</summary>
    public int Revision { get; private set; }

    /// <summary>The definition as JSON.</summary>
    public string Definition { get; private set; }

    /// <summary>Since when.</summary>
    public Instant At { get; private set; }
}
