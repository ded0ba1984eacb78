using Crm.Domain.Access;

namespace Crm.Domain.Interactions;

/// <summary>Names of whom a message goes to, and of who sends it.</summary>
internal sealed class RecipientValues(CrmGate gate) : IMessageValueSource
{
    public TemplateVocabulary Vocabulary { get; } = new TemplateVocabulary()
        .Texts("customer.name", "customer.title", "customer.givenName", "customer.familyName", "agent.name")
        .Add("customer.isPerson", TemplateValueKind.Flag);

    public Task FillAsync(MessageValueQuestion question, TemplateValues values, CancellationToken cancellationToken)
    {
        values.Set("agent.name", gate.Actor.Kind == ActorKind.Agent ? gate.Actor.Name : null);
        if (gate.Readable.Includes(question.Recipient.CustomerId.ToSubject()))
        {
            values
                .Set("customer.name", question.Recipient.Name)
                .Set("customer.title", question.Recipient.Title)
                .Set("customer.givenName", question.Recipient.GivenName)
                .Set("customer.familyName", question.Recipient.FamilyName)
                .Set("customer.isPerson", TemplateValue.Of(question.Recipient.IsPerson));
        }

        return Task.CompletedTask;
    }
}
