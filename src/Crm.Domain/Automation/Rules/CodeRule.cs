using System.Security.Cryptography;
using System.Text;

namespace Crm.Domain.Automation;

/// <summary>A rule that the host writes in code. It is always on, and the same for every tenant.</summary>
/// <param name="Key">The key: lower-case letters, digits and hyphens. Under another key it is another rule.</param>
/// <param name="Definition">What it does.</param>
public sealed record CodeRule(string Key, RuleDefinition Definition)
{
    /// <summary>Its place among the rules of one event; the lowest runs first.</summary>
    /// <value>0 by default.</value>
    public int Position { get; init; }

    /// <summary>Which version it is; raise it when you change the definition, so that the run log tells versions apart.</summary>
    /// <value>1 by default.</value>
    public int Revision { get; init; } = 1;

    /// <summary>The id under which it is logged: made from its key, so that it is the same in every process.</summary>
    public AutomationRuleId Id => AutomationRuleId.From(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("crm-rule:" + Key)).AsSpan(0, 16)));

    internal StandingRule ToStanding() => new(Id, AutomationRule.KeyOf(Key), Key, Definition.Event, Definition.ToJson(), Revision, Position, IsEnabled: true, IsCode: true);
}
