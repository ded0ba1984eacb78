using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>Interactions as rules see them: subject, channel, direction, agent, automatic, at.</summary>
internal sealed class InteractionRuleSubject(IInteractionStore interactions, CrmErrorDescriber errors) : IRuleSubject
{
    private static readonly FieldCatalogue<Interaction> s_fields = new FieldCatalogueBuilder<Interaction>(new InMemorySource())
        .Text("subject", i => FoldedText.Of(i.Subject))
        .Scalar("channel", ChoiceKinds.Open, i => i.Channel.Value)
        .Scalar("direction", ChoiceKinds.Of<Direction>(), i => i.Direction)
        .Scalar("agent", ChoiceKinds.Open, i => i.AgentId)
        .Scalar("automatic", FlagKind.Instance, i => i.IsAutomatic)
        .At("at", i => i.At)
        .Build();

    public string Kind => SubjectKinds.Interaction;

    public Type IdType => typeof(InteractionId);

    public bool LeadsToCustomer => true;

    public Task<IReadOnlyList<CrmError>> CheckAsync(Condition condition, CriteriaMoment moment, CancellationToken cancellationToken) =>
        Task.FromResult(s_fields.Compile(condition, moment, errors).Errors);

    public async Task<RuleRecord?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await interactions.FindAsync(InteractionId.From(id), cancellationToken).ConfigureAwait(false) is { } found
            ? RuleRecord.InMemory(found.Id.ToSubject(), found.CustomerId.ToSubject(), (condition, moment) => Holds(found, condition, moment))
            : null;

    private CrmResult<bool> Holds(Interaction asked, Condition condition, CriteriaMoment moment)
    {
        var compiled = s_fields.Compile(condition, moment, errors);
        return compiled.TryGetValue(out var holds) ? holds.Compile(preferInterpretation: true)(asked) : CrmResult<bool>.Failed(compiled.Errors);
    }
}
