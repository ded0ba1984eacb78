using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/sending-messages.md.</summary>
internal static class MessagesGuide
{
    // docs: messages-sender
    public sealed class GatewaySender(List<MessageToSend> gateway) : IMessageSender
    {
        public ChannelKey Channel => Channels.Email;

        public Task<SendOutcome> SendAsync(MessageToSend message, CancellationToken cancellationToken)
        {
            // Real gateways take an idempotency key: the second call under one key sends nothing.
            if (gateway.TrueForAll(m => m.IdempotencyKey != message.IdempotencyKey))
            {
                gateway.Add(message);
            }

            return Task.FromResult(SendOutcome.Sent(message.IdempotencyKey));
        }
    }

    public static void Register(IServiceCollection services) => services
        .AddSingleton<IMessageSender, GatewaySender>()
        .AddScoped<IMessageValueSource, CaseValues>();
    // docs: end

    // docs: messages-values
    public sealed class CaseValues(IServiceProvider services) : IMessageValueSource
    {
        public TemplateVocabulary Vocabulary { get; } = new TemplateVocabulary().Texts("case.number", "case.subject");

        public async Task FillAsync(MessageValueQuestion question, TemplateValues values, CancellationToken cancellationToken)
        {
            // Through the front door, so that nobody sends what he may not read.
            if (question.About is { Kind: SubjectKinds.Case } about
                && await services.GetRequiredService<ServiceDesk>().FindAsync(ServiceCaseId.From(about.Id), cancellationToken) is { } found)
            {
                values.Set("case.number", found.Number.Value).Set("case.subject", found.Subject);
            }
        }
    }
    // docs: end

    // docs: messages-template
    public static async Task WriteAsync(MessageTemplates templates, ICrmUnitOfWork unitOfWork)
    {
        var details = new MessageTemplateDetails("case-received", Channels.Email, Purpose: "transactional");
        await templates.WriteAsync(details, new MessageTemplateContent(LanguageTag.Parse("en"), "Dear {{customer.name}},\n\nwe look into it.\n\n{{agent.name}}")
        {
            Subject = "{{case.number}}: {{case.subject}}",
            Html = "<p>Dear {{customer.name}},</p>{{#agent.name}}<p>{{agent.name}} looks into it.</p>{{/agent.name}}",
        });
        await unitOfWork.SaveAsync();
        await templates.WriteAsync(details, new MessageTemplateContent(LanguageTag.Parse("it"), "Gentile {{customer.name}},\n\nce ne occupiamo.")
        {
            Subject = "{{case.number}}: {{case.subject}}",
        });
        await unitOfWork.SaveAsync();
    }
    // docs: end

    // docs: messages-send
    public static async Task<string?> AnswerAsync(MessageDesk desk, ICrmUnitOfWork unitOfWork, CustomerId customer, SubjectReference serviceCase, string messageId)
    {
        var queued = await desk.ComposeAsync(new MessageDraft(customer)
        {
            TemplateKey = "case-received",
            About = serviceCase,
            InReplyTo = messageId,
            IsAutomatic = true,            // counted against the ceilings of the case, and marked Auto-Submitted
        });
        await unitOfWork.SaveAsync();
        return queued.Succeeded ? null : queued.Errors[0].Code;
    }
    // docs: end

    // docs: messages-due
    public static async Task<Instant?> ReleaseAsync(MessageDeliveries deliveries, ICrmUnitOfWork unitOfWork)
    {
        await deliveries.ReleaseDueAsync();             // those of a later time, and those that wait after a failed try
        await unitOfWork.SaveAsync();
        return await deliveries.NextDueAsync();         // nothing to do before this moment
    }
    // docs: end
}
