using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/sign-up-forms-and-preferences.md says.</summary>
public sealed class SignUpGuideTests
{
    [Fact]
    [Trait("Check", "PO-07")]
    public async Task Visitor_SignsUpConfirmsChoosesAndStops()
    {
        var sent = new List<MessageToSend>();
        await using var host = await GuideHost<CrmDbContext>.StartAsync(
            o => SignUpGuide.Settle(o, Convert.ToBase64String(new byte[32])), crm => crm.Services.AddSingleton<IMessageSender>(new MessagesGuide.GatewaySender(sent)));
        (await host.Get<Segments>().CreateAsync(new SegmentDraft("readers", "Readers"))).Errors.Should().BeEmpty();
        await host.SaveAsync();
        (await SignUpGuide.CreateAsync(host.Get<SignUpForms>(), host.Get<MessageTemplates>(), host.Get<ICrmUnitOfWork>())).Errors.Should().BeEmpty("drafted");
        await host.SaveAsync();
        (await host.Get<SignUpForms>().OpenAsync("newsletter")).Errors.Should().BeEmpty();
        await host.SaveAsync();

        await GuestAsync(host, async guest => (await SignUpGuide.SubmitAsync(guest.GetRequiredService<SignUps>(), "192.0.2.1", "anna@example.com", "Anna", null)).Errors.Should().BeEmpty());
        await GuestAsync(host, async guest => (await SignUpGuide.ConfirmAsync(guest.GetRequiredService<SignUps>(), sent.Single().Text.Split('/')[^1], "198.51.100.7")).Errors.Should().BeEmpty());
        var reader = (await host.Get<SegmentMembers>().ListAsync("readers")).Items.Single().CustomerId;

        var news = new MessageTemplateContent(LanguageTag.Parse("en"), "News! https://shop.example/preferences/{{preferences.token}}") { Subject = "News" };
        (await host.Get<MessageTemplates>().WriteAsync(new MessageTemplateDetails("news", Channels.Email, Purposes.Marketing.Value), news)).Errors.Should().BeEmpty();
        await host.SaveAsync();
        (await host.Get<MessageDesk>().ComposeAsync(new MessageDraft(reader) { TemplateKey = "news" })).Errors.Should().BeEmpty();
        await host.SaveAsync();
        await host.DispatchAsync();
        var (link, click) = (sent[^1].Text.Split('/')[^1], sent[^1].Headers.Single(h => h.Key == "List-Unsubscribe").Value.TrimEnd('>').Split('/')[^1]);
        await GuestAsync(host, async guest => (await SignUpGuide.ChooseAsync(guest.GetRequiredService<PreferenceCentre>(), link)).Should().Contain("marketing/email"));
        await GuestAsync(host, guest => SignUpGuide.StopAsync(guest.GetRequiredService<PreferenceCentre>(), click, link));

        await using var later = host.As(Actor.Agent("ada", "Ada"));
        (await later.ServiceProvider.GetRequiredService<ContactPermissions>().MayContactAsync(reader, Purposes.Marketing, Channels.Email)).Value.Reason.Should().Be(ContactBarrier.Withdrawn);
    }

    private static async Task GuestAsync(GuideHost<CrmDbContext> host, Func<IServiceProvider, Task> act)
    {
        await using (var guest = host.As(Actor.Guest))
        {
            await act(guest.ServiceProvider);
            (await guest.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        }

        await host.DispatchAsync();
    }
}
