using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Interactions;

/// <summary>Messages from template to contact, as they are stored, and what never goes out.</summary>
public abstract class MessageSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private readonly RecordingSender _mail = new(Channels.Email);
    private readonly RecordingSender _post = new(Channels.Letter);

    [SkippableFact]
    public async Task Template_WrittenSentAndDelivered_IsOneContact()
    {
        var host = await SendingAsync();
        var anna = await RegisterAsync(host);
        await WriteAsync(host);
        OutboundMessage queued;
        await using (var work = host.Work())
        {
            queued = (await work.Get<MessageDesk>().ComposeAsync(new MessageDraft(anna) { TemplateKey = "ready" })).Value;
            await work.SaveAsync();
            (queued.Status, queued.Address, queued.TemplateVersion, queued.Language!.Value, queued.AgentId).Should().Be((OutboundStatus.Queued, "anna.rossi@example.com", 2, "it", "ada"));
        }

        await DispatchAsync(host);
        await DispatchAsync(host);

        var sent = _mail.Sent.Should().ContainSingle().Subject;
        (sent.Subject, sent.Text, sent.Html, sent.IdempotencyKey, sent.MessageId).Should().Be(("Pronto per Anna Rossi", "Ciao Anna, da Ada Agent.", "<p>Anna</p>", queued.Id.ToString(), $"<{queued.Id}@crm.invalid>"));
        await using var reader = host.Work();
        var read = (await reader.Get<MessageDesk>().FindAsync(queued.Id))!;
        var contact = await reader.Context.Set<Interaction>().SingleAsync();
        (read.Status, read.InteractionId, read.SenderReference).Should().Be((OutboundStatus.Sent, contact.Id, "ref-1"));
        (contact.Direction, contact.Channel, contact.ExternalId, contact.CustomerAddress, contact.Body).Should().Be((Direction.Outbound, Channels.Email, queued.MessageId, "anna.rossi@example.com", "Ciao Anna, da Ada Agent."));
        (await reader.Get<MessageDeliveries>().DeliveredAsync(queued.MessageId)).Value.Status.Should().Be(OutboundStatus.Delivered);
        await reader.SaveAsync();
        (await reader.Get<MessageDeliveries>().BouncedAsync(queued.MessageId, "mailbox full")).Value.Status.Should().Be(OutboundStatus.Bounced);
        (await reader.Get<MessageDeliveries>().DeliveredAsync(queued.MessageId)).Errors.Single().Code.Should().Be("MessageNotSent", "a later report does not make it arrive");
        (await reader.Get<MessageDeliveries>().BouncedAsync("<unknown@example.com>", "x")).Errors.Single().Code.Should().Be("MessageNotFound");
    }

    [SkippableFact]
    [Trait("Check", "CM-12")]
    public async Task Advertising_WithdrawnWhileQueued_IsNotSent()
    {
        var host = await SendingAsync();
        var anna = await RegisterAsync(host);
        await using (var work = host.Work())
        {
            (await RefusalAsync(work, Marketing(anna))).Should().Be(("MessageNotPermitted", "NoConsent"));
            (await RefusalAsync(work, Marketing(anna) with { Purpose = null })).Should().Be(("MessageNotPermitted", "UnknownPurpose"), "no purpose is no permission");
            (await RefusalAsync(work, Marketing(anna) with { Purpose = "whatever" })).Should().Be(("MessageNotPermitted", "UnknownPurpose"));
            (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(anna, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            for (var i = 0; i < 5; i++)
            {
                (await work.Get<MessageDesk>().ComposeAsync(Marketing(anna) with { SendAt = i < 2 ? host.Clock.Now + Duration.FromHours(1) : null })).Succeeded.Should().BeTrue();
            }

            await work.SaveAsync();
            (await work.Get<ConsentDesk>().WithdrawAsync(anna, Purposes.Marketing, null, "call")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await DispatchAsync(host);
        host.Clock.Advance(Duration.FromHours(2));
        await ReleaseAsync(host);

        _mail.Sent.Should().BeEmpty();
        await using var reader = host.Work();
        (await reader.Get<MessageDesk>().ListAsync()).Items.Should().HaveCount(5).And.OnlyContain(m => m.Status == OutboundStatus.Refused && m.Reason == "Withdrawn");
        (await reader.Context.Set<Interaction>().CountAsync()).Should().Be(0);
    }

    [SkippableFact]
    public async Task Restricted_Erased_OrSuppressed_GetsNothing()
    {
        var host = await SendingAsync();
        var anna = await RegisterAsync(host);
        var bob = await RegisterAsync(host, new NewCustomer { Name = new PersonName("Bob", "Bianchi"), Emails = [EmailAddress.Parse("bob@example.com")] });
        await using (var work = host.Work())
        {
            foreach (var customer in new[] { anna, bob })
            {
                (await work.Get<MessageDesk>().ComposeAsync(Free(customer))).Succeeded.Should().BeTrue();
            }

            (await work.Get<PrivacyMeasures>().PlaceAsync(anna, PrivacyMeasureKind.Restriction, "objects")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
            (await work.Get<SuppressionList>().AddAsync(EmailAddress.Parse("bob@example.com"), "complained")).Succeeded.Should().BeTrue();
        }

        await DispatchAsync(host);

        _mail.Sent.Should().BeEmpty();
        await using var reader = host.Work();
        (await reader.Get<MessageDesk>().ListAsync()).Items.Select(m => m.Reason).Should().BeEquivalentTo("Restricted", "AddressSuppressed");
        (await RefusalAsync(reader, Free(bob))).Should().Be(("MessageNotPermitted", "AddressSuppressed"));
    }

    [SkippableFact]
    public async Task Sender_ThatFails_IsTriedAgainWithTheSameKeyThenParkedThenRetried()
    {
        var host = await SendingAsync(o => o.Outbound.MaxAttempts = 3);
        var anna = await RegisterAsync(host);
        OutboundMessageId id;
        await using (var work = host.Work())
        {
            id = (await work.Get<MessageDesk>().ComposeAsync(Free(anna))).Value.Id;
            await work.SaveAsync();
        }

        _mail.Answer = m => m.Attempt == 2 ? throw new TimeoutException("no\r\nanswer") : SendOutcome.TryAgain("busy");
        await DispatchAsync(host);
        await ReleaseAsync(host);
        _mail.Sent.Should().HaveCount(1, "it waits");
        foreach (var minutes in new[] { 1, 2 })
        {
            (await NextDueAsync(host)).Should().Be(host.Clock.Now + Duration.FromMinutes(minutes));
            host.Clock.Advance(Duration.FromMinutes(minutes));
            await ReleaseAsync(host);
        }

        _mail.Sent.Select(m => (m.Attempt, m.IdempotencyKey)).Should().Equal((1, id.ToString()), (2, id.ToString()), (3, id.ToString()));
        (await NextDueAsync(host)).Should().BeNull();
        await using (var work = host.Work())
        {
            var parked = (await work.Get<MessageDesk>().FindAsync(id))!;
            (parked.Status, parked.Attempts, parked.Reason).Should().Be((OutboundStatus.Failed, 3, "busy"));
            (await work.Get<MessageDesk>().RetryAsync(id)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        _mail.Answer = _ => SendOutcome.Sent("late");
        await DispatchAsync(host);
        await using var reader = host.Work();
        (await reader.Get<MessageDesk>().FindAsync(id))!.Status.Should().Be(OutboundStatus.Sent);
        (await reader.Context.Set<Interaction>().CountAsync()).Should().Be(1);
        (await reader.Get<MessageDesk>().WithdrawAsync(id)).Errors.Single().Code.Should().Be("MessageNotQueued");
    }

    [SkippableFact]
    public async Task Process_ThatDiesAfterTheSenderTookIt_SendsAgainUnderTheSameKey()
    {
        var host = await SendingAsync();
        var anna = await RegisterAsync(host);
        await using (var work = host.Work())
        {
            (await work.Get<MessageDesk>().ComposeAsync(Free(anna))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        // The save after the first send is lost.
        _mail.Answer = m =>
        {
            if (_mail.Sent.Count == 1)
            {
                using var other = host.Services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.System("other")));
                other.ServiceProvider.GetRequiredService<SpecificationContext>().Set<OutboundMessage>().Where(x => x.Id == m.Id).ExecuteUpdate(u => u.SetProperty(x => x.Version, x => x.Version + 1));
            }

            return SendOutcome.Sent("once");
        };
        await DispatchAsync(host);
        host.Clock.Advance(Duration.FromHours(1));
        await DispatchAsync(host);

        _mail.Sent.Should().HaveCount(2);
        _mail.Sent.Select(m => m.IdempotencyKey).Distinct().Should().ContainSingle();
        await using var reader = host.Work();
        (await reader.Get<MessageDesk>().ListAsync()).Items.Single().Status.Should().Be(OutboundStatus.Sent);
        (await reader.Context.Set<Interaction>().CountAsync()).Should().Be(1, "a message is one contact, however often it is sent");
    }

    [SkippableFact]
    public async Task Ceilings_OfAddressAndCase_HoldWhenComposedAndWhenSent()
    {
        var host = await SendingAsync(o =>
        {
            o.Outbound.PerAddress = [new SendingCeiling(4, Duration.FromHours(1))];
            o.Outbound.AutomaticPerRecord = [new SendingCeiling(2, Duration.FromMinutes(10))];
        });
        var anna = await RegisterAsync(host);
        await using var work = host.Work();
        var opened = (await work.Desk.OpenAsync(new CaseDetails(anna, "Broken"))).Value.Id.ToSubject();
        await work.SaveAsync();
        var answer = Free(anna) with { IsAutomatic = true, About = opened, InReplyTo = "<q@example.com>" };
        foreach (var _ in new[] { 1, 2 })
        {
            (await work.Get<MessageDesk>().ComposeAsync(answer)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await RefusalAsync(work, answer)).Code.Should().Be("MessageCeilingReached");
        foreach (var _ in new[] { 3, 4 })
        {
            (await work.Get<MessageDesk>().ComposeAsync(Free(anna) with { About = opened })).Succeeded.Should().BeTrue("a person may still write");
            await work.SaveAsync();
        }

        (await RefusalAsync(work, Free(anna))).Code.Should().Be("MessageCeilingReached");
        await DispatchAsync(host);
        _mail.Sent.Should().HaveCount(4);
        _mail.Sent[0].Headers.Should().Contain(new KeyValuePair<string, string>("Auto-Submitted", "auto-replied"));
        host.Clock.Advance(Duration.FromHours(2));

        // Composed while there was room, for a moment at which there is none.
        for (var i = 0; i < 4; i++)
        {
            (await work.Get<MessageDesk>().ComposeAsync(Free(anna) with { SendAt = host.Clock.Now + Duration.FromHours(5) })).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromHours(5));
        for (var i = 0; i < 3; i++)
        {
            (await work.Get<MessageDesk>().ComposeAsync(Free(anna))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await DispatchAsync(host);
        await ReleaseAsync(host);
        _mail.Sent.Should().HaveCount(8);
        (await work.Get<MessageDesk>().ListAsync(new OutboundCriteria { Statuses = [OutboundStatus.Refused] })).Items.Should().HaveCount(3).And.OnlyContain(m => m.Reason == "MessageCeilingReached");
    }

    [SkippableFact]
    [Trait("Check", "IN-01")]
    public async Task Letter_IsAPrintJobWithThePostalAddress()
    {
        var host = await SendingAsync();
        var anna = await RegisterAsync(host);
        await using (var work = host.Work())
        {
            (await work.Get<MessageDesk>().ComposeAsync(Free(anna) with { Channel = Channels.Letter })).Succeeded.Should().BeTrue();
            (await RefusalAsync(work, Free(anna) with { Channel = Channels.Fax })).Should().Be(("MessageNotPermitted", "NoAddress"));
            (await RefusalAsync(work, Free(anna) with { Channel = Channels.Chat })).Should().Be(("MessageNotPermitted", "NoAddress"));
            await work.SaveAsync();
        }

        await DispatchAsync(host);

        _post.Sent.Single().Address.Should().Be("Anna Rossi\nVia Roma 1\n20121 Milano\nIT");
        await using var reader = host.Work();
        (await reader.Context.Set<Interaction>().SingleAsync()).Channel.Should().Be(Channels.Letter);
    }

    [SkippableFact]
    public async Task BadInput_IsACodedErrorAndNothingIsQueued()
    {
        var host = await SendingAsync();
        var anna = await RegisterAsync(host);
        await WriteAsync(host, "Dear {{customer.name}}");
        await using var work = host.Work();
        var desk = work.Get<MessageDesk>();
        await CodeAsync("CustomerNotFound", Free(CustomerId.New(host.Clock.Now)));
        await CodeAsync("TemplateNotFound", new MessageDraft(anna) { TemplateKey = "nothing" });
        await CodeAsync("ChannelUnknown", Free(anna) with { Channel = new ChannelKey("pigeon") });
        await CodeAsync("HeaderNotOneLine", Free(anna) with { Subject = "Hello\r\nBcc: eve@example.com" });
        await CodeAsync("HeaderNotOneLine", Free(anna) with { Subject = new string('x', 201) });
        await CodeAsync("InvalidValue", Free(anna) with { Text = " " });
        await CodeAsync("InvalidValue", Free(anna) with { Channel = null });
        await CodeAsync("HeaderNotOneLine", new MessageDraft(anna) { TemplateKey = "ready", Values = new TemplateValues().Set("customer.name", "Anna\r\nBcc: eve@example.com") });
        (await work.Get<MessageTemplates>().WriteAsync(Details, new MessageTemplateContent(LanguageTag.Parse("en"), "Hi {{customer.password}}") { Html = "{{{customer.name}}}" })).Errors.Select(e => (e.Code, e.Target))
            .Should().Equal(("TemplateNameUnknown", "text"), ("TemplateTagNotAllowed", "html"));
        (await work.Get<MessageTemplates>().WriteAsync(Details with { Key = "../ready" }, new MessageTemplateContent(LanguageTag.Parse("en"), "Hi"))).Errors.Single().Code.Should().Be("InvalidValue");
        (await work.Get<MessageTemplates>().ArchiveAsync("ready")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await CodeAsync("TemplateArchived", new MessageDraft(anna) { TemplateKey = "ready" });
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna", [anna.ToSubject()])));
        (await portal.Get<MessageDesk>().ComposeAsync(Free(anna))).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<MessageTemplates>().ListAsync()).Should().BeEmpty();

        async Task CodeAsync(string code, MessageDraft draft)
        {
            (await desk.ComposeAsync(draft)).Errors.Select(e => e.Code).Should().Equal(code);
            await work.SaveAsync();
            (await work.Context.Set<OutboundMessage>().CountAsync()).Should().Be(0);
        }
    }

    [SkippableFact]
    public async Task Merge_MovesMessages_AndTheSurvivorsConsentHolds()
    {
        var host = await SendingAsync();
        var anna = await RegisterAsync(host);
        var twin = await RegisterAsync(host, new NewCustomer { Name = new PersonName("Anna", "Rossi"), Emails = [EmailAddress.Parse("twin@example.com")] });
        await using (var work = host.Work())
        {
            foreach (var customer in new[] { anna, twin })
            {
                (await work.Get<ConsentDesk>().RecordAsync(new ConsentDetails(customer, Purposes.Marketing, Channels.Email, ConsentStatus.Granted, "form"))).Succeeded.Should().BeTrue();
            }

            await work.SaveAsync();
            (await work.Get<MessageDesk>().ComposeAsync(Marketing(twin))).Succeeded.Should().BeTrue();
            (await work.Get<ConsentDesk>().WithdrawAsync(anna, Purposes.Marketing, null, "call")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await using (var work = host.Work())
        {
            (await work.Merger.MergeAsync(anna, twin)).Succeeded.Should().BeTrue();
        }

        await DispatchAsync(host);
        _mail.Sent.Should().BeEmpty();
        await using var reader = host.Work();
        (await reader.Get<MessageDesk>().ListAsync(new OutboundCriteria { CustomerId = anna })).Items.Single().Reason.Should().Be("Withdrawn");
    }

    private static MessageTemplateDetails Details => new("ready", Channels.Email, "transactional");

    private static MessageDraft Free(CustomerId customer) => new(customer) { Channel = Channels.Email, Purpose = "transactional", Subject = "Your kettle", Text = "It is ready." };

    private static MessageDraft Marketing(CustomerId customer) => Free(customer) with { Purpose = "marketing" };

    private static async Task<(string Code, string? Target)> RefusalAsync(CrmWork<SpecificationContext> work, MessageDraft draft)
    {
        var error = (await work.Get<MessageDesk>().ComposeAsync(draft)).Errors.Single();
        return (error.Code, error.Target);
    }

    private static async Task<CustomerId> RegisterAsync(CrmTestHost<SpecificationContext> host, NewCustomer? customer = null)
    {
        await using var work = host.Work();
        return await work.RegisterAsync(customer ?? Known.Anna);
    }

    private static async Task WriteAsync(CrmTestHost<SpecificationContext> host, string subject = "Pronto per {{customer.name}}")
    {
        await using var work = host.Work();
        (await work.Get<MessageTemplates>().WriteAsync(Details, new MessageTemplateContent(LanguageTag.Parse("en"), "Hello {{customer.name}}"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await work.Get<MessageTemplates>().WriteAsync(
            Details,
            new MessageTemplateContent(LanguageTag.Parse("it"), "Ciao {{#customer.isPerson}}{{customer.givenName}}{{/customer.isPerson}}, da {{agent.name}}.") { Subject = subject, Html = "<p>{{customer.givenName}}</p>" })).Succeeded.Should().BeTrue();
        await work.SaveAsync();
    }

    private static async Task DispatchAsync(CrmTestHost<SpecificationContext> host)
    {
        while (await host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync() > 0)
        {
        }
    }

    private static async Task ReleaseAsync(CrmTestHost<SpecificationContext> host)
    {
        await using (var work = host.Work())
        {
            (await work.Get<MessageDeliveries>().ReleaseDueAsync()).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await DispatchAsync(host);
    }

    private static async Task<Instant?> NextDueAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        return await work.Get<MessageDeliveries>().NextDueAsync();
    }

    private Task<CrmTestHost<SpecificationContext>> SendingAsync(Action<CrmOptions>? settle = null) => HostAsync(s =>
    {
        s.Services = services => services.AddSingleton<IMessageSender>(_mail).AddSingleton<IMessageSender>(_post);
        s.Crm = o =>
        {
            o.SuppressionKey = Convert.ToBase64String(new byte[32]);
            settle?.Invoke(o);
        };
    });
}
