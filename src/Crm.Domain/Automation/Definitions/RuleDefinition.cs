using Crm.Domain.Criteria;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>What a rule does, as data: when an event happens, and criteria hold for it and its records, then actions in their order.</summary>
/// <param name="Event">Stored name of the event, such as <c>service.case-opened</c>.</param>
/// <param name="When">The criteria; their fields begin with <c>event.</c> or with the kind of a record, such as <c>customer.</c>.</param>
/// <param name="Actions">The actions.</param>
public sealed record RuleDefinition(string Event, Criterion When, IReadOnlyList<RuleActionDefinition> Actions)
{
    /// <summary>Most actions of a rule.</summary>
    public const int MaxActions = 20;

    /// <summary>Longest definition as JSON.</summary>
    public const int MaxLength = 32_000;

    /// <summary>Reads a definition from JSON.</summary>
    /// <param name="json">The JSON text, in the form that the guide on automation describes.</param>
    /// <param name="errors">The words of refusals; <see cref="CrmErrorDescriber.Default"/> when null.</param>
    /// <returns>The definition; or, each with its JSON path, <c>RuleMalformed</c>, <c>CriteriaMalformed</c>, <c>CriteriaTooLarge</c>.</returns>
    public static CrmResult<RuleDefinition> Parse(string json, CrmErrorDescriber? errors = null) => RuleJson.Read(json, errors ?? CrmErrorDescriber.Default);

    /// <summary>The definition as JSON.</summary>
    /// <returns>What <see cref="Parse"/> reads.</returns>
    public string ToJson() => RuleJson.Write(this);
}
