using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Feedback;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/feedback.md says.</summary>
public sealed class FeedbackGuideTests
{
    [Fact]
    [Trait("Check", "FB-05")]
    public async Task Case_Resolved_IsAsked_RatedAndFollowedUp()
    {
        var sender = new Sender();
        await using var host = await GuideHost<CrmDbContext>.StartAsync(
            o => FeedbackGuide.Settle(o, Convert.ToBase64String(new byte[32])), crm => crm.Services.AddSingleton<IMessageSender>(sender));
        var customer = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna@example.com")] })).Value;
        (await FeedbackGuide.CreateAsync(host.Get<Surveys>(), host.Get<MessageTemplates>())).Errors.Should().BeEmpty();
        await host.SaveAsync();
        (await host.Get<Surveys>().PublishAsync("service")).Errors.Should().BeEmpty();
        (await FeedbackGuide.SegmentAsync(host.Get<Segments>())).Errors.Should().BeEmpty();
        var opened = (await host.Get<ServiceDesk>().OpenAsync(new CaseDetails(customer.Id, "Broken"))).Value;
        (await host.Get<ServiceDesk>().ResolveAsync(opened.Id, "Mended.")).Errors.Should().BeEmpty();
        await host.SaveAsync();
        await host.DispatchAsync();

        await using (var guest = host.As(Actor.Guest))
        {
            (await FeedbackGuide.AnswerAsync(guest.ServiceProvider.GetRequiredService<SurveyAnswers>(), sender.Token!, 3, "It broke again.")).Errors.Should().BeEmpty();
            (await guest.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        }

        await host.DispatchAsync();
        (await host.Get<ActivityPlanner>().ListAsync(new ActivityCriteria { CustomerId = customer.Id })).Items.Should().ContainSingle(a => a.TeamId == "care");
        (await FeedbackGuide.MonthsAsync(host.Get<FeedbackReports>())).Should().Equal("2026-06-01: too few answers, 1");
        (await host.Get<SegmentRefresh>().RunAsync()).Errors.Should().BeEmpty();
        (await host.Get<SegmentMembers>().ListAsync("detractors")).Items.Should().ContainSingle(m => m.DisplayName == "Anna Rossi");
    }

    private sealed class Sender : IMessageSender
    {
        public string? Token { get; private set; }

        public ChannelKey Channel => Channels.Email;

        public Task<SendOutcome> SendAsync(MessageToSend message, CancellationToken cancellationToken)
        {
            Token = message.Text.Split('/')[^1];
            return Task.FromResult(SendOutcome.Sent());
        }
    }
}
