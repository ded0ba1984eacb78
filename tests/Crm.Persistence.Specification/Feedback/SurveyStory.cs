using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Feedback;

/// <summary>A shop that asks its customers by mail after their cases.</summary>
internal static class SurveyStory
{
    public const string Survey = "service";

    public const string Json = """
        {"titles":{"en":"How was it?","it":"Com'è andata?"},"questions":[
         {"key":"recommend","kind":"score","texts":{"en":"Would you recommend us?","it":"Ci consiglierebbe?"},"required":true,"measure":{"kind":"nps"},"lowAt":6},
         {"key":"easy","kind":"score","texts":{"en":"How easy was it?"},"measure":{"kind":"ces"}},
         {"key":"why","kind":"text","texts":{"en":"Why?"}}]}
        """;

    public static SurveySettings Usual { get; } = new() { TemplateKey = "survey", AsksWhenCaseIs = CaseStatus.Resolved, LocksRatedCase = true, LowScore = LowScoreFollowUp.Task, FollowUpTeamId = "care" };

    public static async Task<(CrmTestHost<SpecificationContext> Host, SurveySender Sender)> OpenAsync(
        Func<Action<HostSetup>, Task<CrmTestHost<SpecificationContext>>> host, SurveySettings? settings = null, int daysBetween = 0, Action<HostSetup>? also = null)
    {
        var sender = new SurveySender();
        var opened = await host(s =>
        {
            s.Services = services => services.AddSingleton<IMessageSender>(sender);
            s.Crm = o =>
            {
                o.Feedback.TokenKey = Convert.ToBase64String(new byte[32]);
                o.Feedback.DaysBetweenInvitations = daysBetween;
                o.SuppressionKey = Convert.ToBase64String(new byte[32]);
            };
            also?.Invoke(s);
        });
        await using var work = opened.Work();
        (await work.Get<MessageTemplates>().WriteAsync(
            new MessageTemplateDetails("survey", Channels.Email, Purposes.Transactional.Value),
            new MessageTemplateContent(LanguageTag.Parse("en"), "https://shop.example/s/{{survey.token}}")
            {
                Subject = "{{survey.title}}", Html = "<a href=\"https://shop.example/s/{{survey.token}}\">{{survey.title}}</a>",
            })).ThrowIfFailed();
        (await work.Get<Surveys>().CreateAsync(Survey, "Service", SurveyDefinition.Parse(Json).Value, settings ?? Usual)).ThrowIfFailed();
        (await work.Get<Surveys>().PublishAsync(Survey)).ThrowIfFailed();
        await work.SaveAsync();
        return (opened, sender);
    }

    public static async Task DispatchAsync(this CrmTestHost<SpecificationContext> host)
    {
        while (await host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync() > 0)
        {
        }
    }

    public static async Task<ServiceCaseId> ResolvedAsync(this CrmTestHost<SpecificationContext> host, CustomerId customer, string subject = "Broken")
    {
        await using var work = host.Work();
        var opened = (await work.Desk.OpenAsync(new CaseDetails(customer, subject) { Sku = "kettle", Channel = Channels.Email })).Value;
        (await work.Desk.AssignAsync(opened.Id, "ada")).ThrowIfFailed();
        (await work.Desk.ResolveAsync(opened.Id, "Mended.")).ThrowIfFailed();
        await work.SaveAsync();
        await host.DispatchAsync();
        return opened.Id;
    }

    /// <summary>A guest answers by the token.</summary>
    public static async Task<Domain.Primitives.CrmResult<SurveyInvitationId>> AnswerAsync(this CrmTestHost<SpecificationContext> host, string token, params SurveyReply[] replies)
    {
        await using var guest = host.Work(new Domain.Access.CrmScope(Domain.Access.Actor.Guest));
        var answered = await guest.Get<SurveyAnswers>().AnswerAsync(token, replies);
        if (answered.Succeeded)
        {
            await guest.SaveAsync();
        }

        return answered;
    }

    private static void ThrowIfFailed<T>(this Domain.Primitives.CrmResult<T> result)
        where T : notnull => result.WithoutValue().ThrowIfFailed();
}

/// <summary>Takes every message, and knows the token of the link in it.</summary>
internal sealed class SurveySender : IMessageSender
{
    public List<MessageToSend> Sent { get; } = [];

    public ChannelKey Channel => Channels.Email;

    public string LastToken => Sent[^1].Text.Split('/')[^1];

    public Task<SendOutcome> SendAsync(MessageToSend message, CancellationToken cancellationToken)
    {
        Sent.Add(message);
        return Task.FromResult(SendOutcome.Sent($"ref-{Sent.Count}"));
    }
}
