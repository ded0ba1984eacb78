using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/sending-messages.md says.</summary>
public sealed class MessagesGuideTests
{
    [Fact]
    public async Task Guide_FromTemplateToAnswer_DoesWhatItSays()
    {
        var gateway = new List<MessageToSend>();
        await using var host = await GuideHost<CrmDbContext>.StartAsync(extend: crm => MessagesGuide.Register(crm.Services.AddSingleton(gateway)));
        var unit = host.Get<ICrmUnitOfWork>();
        var anna = (await host.Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("anna@example.com")], Language = LanguageTag.Parse("it-CH") })).Value.Id;
        var opened = (await host.Get<ServiceDesk>().OpenAsync(new CaseDetails(anna, "It stays cold"))).Value;
        await host.SaveAsync();

        await MessagesGuide.WriteAsync(host.Get<MessageTemplates>(), unit);
        (await MessagesGuide.AnswerAsync(host.Get<MessageDesk>(), unit, anna, opened.Id.ToSubject(), "<q@example.com>")).Should().BeNull();
        await host.DispatchAsync();
        (await MessagesGuide.ReleaseAsync(host.Get<MessageDeliveries>(), unit)).Should().BeNull();
        var sent = gateway.Should().ContainSingle().Subject;
        (sent.Subject, sent.Text, sent.Address).Should().Be(($"{opened.Number}: It stays cold", "Gentile Anna Rossi,\n\nce ne occupiamo.", "anna@example.com"));
    }
}
