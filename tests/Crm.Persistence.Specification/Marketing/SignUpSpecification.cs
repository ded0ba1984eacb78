using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>Sign-up forms: nothing comes of a sign-up before it is confirmed, and nobody learns from a form who is known.</summary>
public abstract class SignUpSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "PO-07")]
    public async Task SignUp_OfSomebodyNew_IsRecordedWithTheConfirmation()
    {
        var (host, sender) = await SignUpStory.OpenAsync(HostAsync);
        await using (var guest = host.Work(new CrmScope(Actor.Guest)))
        {
            var open = (await guest.Get<SignUps>().ReadAsync(SignUpStory.Form, LanguageTag.Parse("it")))!;
            (open.Title, open.Text, open.Fields[0].Text, open.Fields[0].IsRequired, open.Fields[4].Kind, open.Consents[0].Key).Should().Be(("La nostra newsletter", "Once a month.", "Posta", true, "custom", "marketing/email"));
        }

        var receipt = (await host.SubmitAsync(SignUpStory.Request())).Value;
        receipt.ConfirmUntil.Should().Be(host.Clock.Now + Duration.FromHours(48));
        sender.Sent.Should().ContainSingle().Which.Should().Match<MessageToSend>(m => m.Address == "Anna@Example.com" && m.Subject == "La nostra newsletter" && m.Purpose == "transactional" && m.Html!.Contains(sender.LastToken));
        await using (var before = host.Work())
        {
            (await before.Customers.ListAsync(new CustomerCriteria())).Items.Should().BeEmpty("nobody confirmed");
            (await before.Context.Set<SignUp>().SingleAsync()).TokenHash.Should().NotBe(sender.LastToken).And.HaveLength(64);
        }

        host.Clock.Now += Duration.FromHours(1);
        (await host.ConfirmAsync(new string('A', 43))).Errors.Single().Code.Should().Be("OptInTokenInvalid");
        (await host.ConfirmAsync(sender.LastToken)).Succeeded.Should().BeTrue();
        (await host.ConfirmAsync(sender.LastToken)).Errors.Single().Code.Should().Be("OptInAlreadyConfirmed");

        var signUp = (await host.SignUpsAsync()).Single();
        (signUp.Status, signUp.IsNewCustomer, signUp.Reason, signUp.Answers["note"]).Should().Be((SignUpStatus.Completed, true, null, "<b>Hello</b>"), "what was typed stays what it was");
        await using var work = host.Work();
        var customer = (await work.Customers.FindAsync(signUp.CustomerId!.Value))!;
        (customer.DisplayName, customer.Language, customer.CustomValueOf("tea")!.Choices[0], customer.ContactPoints.Count).Should().Be(("Anna Rossi", LanguageTag.Parse("it"), "green", 2));
        customer.Tags.Should().ContainSingle("the journey tags").Which.Name.Should().Be("newsletter");
        (await host.MembersAsync("guests")).Should().Equal(customer.Id);
        var consent = (await work.Get<ConsentDesk>().HistoryAsync(customer.Id)).Should().ContainSingle("the other consent was not ticked").Which;
        (consent.Purpose, consent.Status, consent.Wording, consent.Source, consent.Origin).Should().Be((Purposes.Marketing, ConsentStatus.Granted, "2026-11", "sign-up-form:newsletter", ConsentOrigin.Person));
        consent.Proof.Should().Contain("Anna@Example.com").And.Contain("198.51.100.7");
        (await work.Get<ContactPermissions>().MayContactAsync(customer.Id, Purposes.Marketing, Channels.Email)).Value.MayContact.Should().BeTrue();
    }

    [SkippableFact]
    [Trait("Check", "PO-07")]
    public async Task SignUp_OfSomebodyKnown_LooksTheSame_AndOverwritesNothing()
    {
        var (host, sender) = await SignUpStory.OpenAsync(HostAsync);
        CustomerId known;
        await using (var work = host.Work())
        {
            known = (await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("Anita", "Bianchi"), Emails = [EmailAddress.Parse("anna@example.com")], Language = LanguageTag.Parse("de") })).Value.Id;
            await work.SaveAsync();
        }

        var (ofKnown, ofNew) = ((await host.SubmitAsync(SignUpStory.Request())).Value, (await host.SubmitAsync(SignUpStory.Request("nobody@example.com"))).Value);
        ofKnown.Should().Be(ofNew, "a form does not tell who is a customer");
        sender.Sent.Select(m => m.Subject).Distinct().Should().ContainSingle();
        var token = sender.Sent.Single(m => m.Address == "Anna@Example.com").Text.Split('/')[^1];
        (await host.ConfirmAsync(token)).Succeeded.Should().BeTrue();

        await using var after = host.Work();
        var customer = (await after.Customers.FindAsync(known))!;
        (customer.DisplayName, customer.Language, customer.ContactPoints.Count, customer.CustomFields.Count).Should().Be(("Anita Bianchi", LanguageTag.Parse("de"), 1, 0));
        (await host.MembersAsync("guests")).Should().Equal(known);
        (await host.SignUpsAsync()).Single(s => s.CustomerId is not null).Should().Match<SignUpSummary>(s => s.CustomerId == known && !s.IsNewCustomer);
        (await after.Get<ConsentDesk>().StatesAsync(known)).Should().ContainSingle(s => s.Standing == ConsentStanding.Granted);
    }

    [SkippableFact]
    public async Task SignUp_BeforeConfirmation_RecordsWithoutConsent_WhereTheFormSaysSo()
    {
        var (host, sender) = await SignUpStory.OpenAsync(HostAsync, d => d with { CreatesBeforeConfirmation = true });
        await host.SubmitAsync(SignUpStory.Request());
        var asked = (await host.SignUpsAsync()).Single();
        (asked.Status, asked.IsNewCustomer).Should().Be((SignUpStatus.Asked, true));
        await using (var work = host.Work())
        {
            (await work.Get<ConsentDesk>().HistoryAsync(asked.CustomerId!.Value)).Should().BeEmpty();
        }

        (await host.ConfirmAsync(sender.LastToken)).Succeeded.Should().BeTrue();
        await using var after = host.Work();
        (await after.Customers.ListAsync(new CustomerCriteria())).Items.Should().ContainSingle();
        (await after.Get<ConsentDesk>().HistoryAsync(asked.CustomerId!.Value)).Should().ContainSingle();
        (await host.SignUpsAsync()).Single().IsNewCustomer.Should().BeTrue();
    }

    [SkippableFact]
    public async Task Submit_ByRobotsAndTooOften_KeepsNothing_AndSendsNothing()
    {
        var (host, sender) = await SignUpStory.OpenAsync(HostAsync, settle: o => (o.SignUpsPerSender, o.ConfirmationsPerAddress) = (3, 1));
        (await host.SubmitAsync(SignUpStory.Request() with { Trap = "https://spam.example" })).Succeeded.Should().BeTrue("a robot gets the usual answer");
        (await host.SignUpsAsync()).Should().BeEmpty();
        await host.SubmitAsync(SignUpStory.Request());
        await host.SubmitAsync(SignUpStory.Request());
        sender.Sent.Should().ContainSingle("an address gets no more confirmations than one a day here");
        (await host.SignUpsAsync()).Should().Contain(s => s.Status == SignUpStatus.Refused && s.Reason == "MessageCeilingReached" && s.Email == null && s.Answers.Count == 0);
        await host.SubmitAsync(SignUpStory.Request("bea@example.com"));
        (await host.SubmitAsync(SignUpStory.Request("carla@example.com"))).Errors.Single().Code.Should().Be("SignUpLimitReached");
        (await host.SubmitAsync(SignUpStory.Request("carla@example.com", "192.0.2.2"))).Succeeded.Should().BeTrue("another sender");
        host.Clock.Now += Duration.FromHours(1);
        (await host.SubmitAsync(SignUpStory.Request("dora@example.com"))).Succeeded.Should().BeTrue("an hour later");
    }

    [SkippableFact]
    public async Task SignUp_NotConfirmedInTime_IsTakenAway_AndCounted()
    {
        var (host, sender) = await SignUpStory.OpenAsync(HostAsync);
        await host.SubmitAsync(SignUpStory.Request());
        var token = sender.LastToken;
        await host.SubmitAsync(SignUpStory.Request("bea@example.com"));
        (await host.ConfirmAsync(sender.LastToken)).Succeeded.Should().BeTrue();
        host.Clock.Now += Duration.FromHours(48);
        (await host.ConfirmAsync(token)).Errors.Single().Code.Should().Be("OptInExpired", "also before the clock was there");
        await using (var work = host.Work())
        {
            (await work.Get<SignUpForms>().ExpireAsync()).Value.Should().Be(1);
            await work.SaveAsync();
            (await work.Get<SignUpForms>().ExpireAsync()).Value.Should().Be(0);
        }

        (await host.ConfirmAsync(token)).Errors.Single().Code.Should().Be("OptInExpired");
        await using var after = host.Work();
        var row = await after.Context.Set<SignUp>().SingleAsync(s => s.Status == SignUpStatus.Expired);
        (row.Email, row.Answers, row.Agreed, row.Language).Should().Be((null, null, null, null));
        var day = host.Clock.Now.InUtc().Date;
        (await after.Get<SignUpForms>().CountAsync(SignUpStory.Form, day.PlusDays(-5), day)).Value.Should().ContainSingle().Which.Should().Match<SignUpCount>(c => c.Submitted == 2 && c.Confirmed == 1 && c.Expired == 1 && c.Refused == 0);
    }

    [SkippableFact]
    [Trait("Check", "EM-07")]
    public async Task Consent_WithdrawnMeanwhile_IsNotGrantedByAnEarlierSignUp()
    {
        var (host, sender) = await SignUpStory.OpenAsync(HostAsync);
        var anna = await host.ReadyAsync("Anna", address: "anna@example.com");
        await host.SubmitAsync(SignUpStory.Request());
        host.Clock.Now += Duration.FromMinutes(1);
        await using (var work = host.Work())
        {
            (await work.Get<ConsentDesk>().WithdrawAsync(anna, null, null, "letter")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        host.Clock.Now += Duration.FromMinutes(1);
        (await host.ConfirmAsync(sender.LastToken)).Succeeded.Should().BeTrue();
        (await host.SignUpsAsync()).Single().Reason.Should().Be("OptInWithdrawn");
        await using var after = host.Work();
        (await after.Get<ContactPermissions>().MayContactAsync(anna, Purposes.Marketing, Channels.Email)).Value.Reason.Should().Be(ContactBarrier.Withdrawn);
    }

    [SkippableFact]
    public async Task Confirm_TwiceAtTheSameTime_IsOnce()
    {
        var (host, sender) = await SignUpStory.OpenAsync(HostAsync);
        await host.SubmitAsync(SignUpStory.Request());
        await using (var one = host.Work(new CrmScope(Actor.Guest)))
        await using (var other = host.Work(new CrmScope(Actor.Guest)))
        {
            (await one.Get<SignUps>().ConfirmAsync(sender.LastToken)).Succeeded.Should().BeTrue();
            (await other.Get<SignUps>().ConfirmAsync(sender.LastToken)).Succeeded.Should().BeTrue();
            (await one.UnitOfWork.SaveAsync()).Succeeded.Should().BeTrue();
            (await other.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("VersionConflict");
        }

        await host.SettleAsync();
        await using var after = host.Work();
        (await after.Customers.ListAsync(new CustomerCriteria())).Items.Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Confirmation_ThatFails_ComesAgainWithTheSameToken_UnlessItIsRejected()
    {
        var (host, sender) = await SignUpStory.OpenAsync(HostAsync);
        sender.Failures.Enqueue(SendOutcome.TryAgain("busy"));
        await host.SubmitAsync(SignUpStory.Request());
        (await host.SignUpsAsync()).Single().Status.Should().Be(SignUpStatus.Submitted);
        host.Clock.Now += Duration.FromMinutes(30);
        await host.SettleAsync();
        sender.Sent.Should().HaveCount(2);
        (sender.Sent[0].IdempotencyKey, sender.Sent[0].Text).Should().Be((sender.Sent[1].IdempotencyKey, sender.Sent[1].Text));
        (await host.ConfirmAsync(sender.LastToken)).Succeeded.Should().BeTrue();

        sender.Failures.Enqueue(SendOutcome.Rejected("no such mailbox"));
        await host.SubmitAsync(SignUpStory.Request("gone@example.com"));
        (await host.SignUpsAsync())[0].Should().Match<SignUpSummary>(s => s.Status == SignUpStatus.Refused && s.Reason == "Rejected");
    }

    [SkippableFact]
    public async Task Confirmation_ToAnAddressThatIsNeverUsed_IsNotSent()
    {
        var (host, sender) = await SignUpStory.OpenAsync(HostAsync);
        await using (var work = host.Work())
        {
            var anna = (await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", null), Emails = [EmailAddress.Parse("anna@example.com")] })).Value.Id;
            await work.SaveAsync();
            (await work.Get<PrivacyOffice>().EraseAsync(anna)).WithoutValue().ThrowIfFailed();
        }

        (await host.SubmitAsync(SignUpStory.Request())).Succeeded.Should().BeTrue();
        sender.Sent.Should().BeEmpty();
        (await host.SignUpsAsync()).Single().Reason.Should().Be("AddressSuppressed");
    }

    [SkippableFact]
    public async Task Erasure_TakesSignUps_AndMergesCarryThemOver()
    {
        var (host, sender) = await SignUpStory.OpenAsync(HostAsync);
        await host.SubmitAsync(SignUpStory.Request());
        (await host.ConfirmAsync(sender.LastToken)).Succeeded.Should().BeTrue();
        var absorbed = (await host.SignUpsAsync()).Single().CustomerId!.Value;
        await using var work = host.Work();
        var survivor = (await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
        await work.SaveAsync();
        (await work.Merger.MergeAsync(survivor, absorbed)).WithoutValue().ThrowIfFailed();
        (await host.SignUpsAsync()).Single().CustomerId.Should().Be(survivor);
        await using var office = host.Work();
        (await office.Get<PrivacyOffice>().EraseAsync(survivor)).WithoutValue().ThrowIfFailed();
        (await host.SignUpsAsync()).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Bad_FormsAndAnswers_AreRefusedByCode()
    {
        var (host, _) = await SignUpStory.OpenAsync(HostAsync);
        await using (var guest = host.Work(new CrmScope(Actor.Guest)))
        {
            var signUps = guest.Get<SignUps>();
            var bad = SignUpStory.Request() with { Answers = new Dictionary<string, string> { ["email"] = "nonsense", ["first"] = "a\u0000b", ["phone"] = "12", ["tea"] = "coffee", ["note"] = new string('x', 2_001), ["role"] = "admin" }, Agreed = ["research/email"] };
            (await signUps.SubmitAsync(SignUpStory.Form, bad)).Errors.Select(e => (e.Code, e.Target)).Should().BeEquivalentTo([
                ("SignUpFieldUnknown", "role"), ("SignUpFieldUnknown", "research/email"), ("SignUpFieldUnfit", "email"), ("SignUpFieldUnfit", "first"), ("SignUpFieldUnfit", "phone"), ("SignUpFieldUnfit", "tea"),
                ("SignUpFieldUnfit", "note"), ("SignUpFieldMissing", "marketing/email")]);
            (await signUps.SubmitAsync("other", SignUpStory.Request())).Errors.Single().Code.Should().Be("SignUpFormNotFound");
            (await signUps.SubmitAsync(SignUpStory.Form, SignUpStory.Request(sender: " "))).Errors.Single().Code.Should().Be("InvalidValue");
            var forms = guest.Get<SignUpForms>();
            (await forms.SignUpsAsync(SignUpStory.Form)).Errors.Single().Code.Should().Be("ActNotAllowed");
            (await forms.CloseAsync(SignUpStory.Form)).Errors.Single().Code.Should().Be("ActNotAllowed");
            (await forms.FindAsync(SignUpStory.Form)).Should().BeNull();
            (await forms.ListAsync()).Should().BeEmpty();
        }

        await using var work = host.Work();
        var desk = work.Get<SignUpForms>();
        var good = SignUpFormDefinition.Parse(SignUpStory.Json).Value;
        async Task RefusesAsync(SignUpFormDefinition definition, string code) => (await desk.CreateAsync("other", "Other", definition)).Errors[0].Code.Should().Be(code);
        await RefusesAsync(good with { Consents = [good.Consents[0] with { Purpose = new PurposeKey("unheard-of") }] }, "PurposeUnknown");
        await RefusesAsync(good with { Consents = [good.Consents[0] with { Channel = new ChannelKey("pigeon") }] }, "ChannelUnknown");
        await RefusesAsync(good with { Fields = [good.Fields[0], good.Fields[4] with { Target = "custom:coffee" }] }, "CustomFieldNotFound");
        await RefusesAsync(good with { Template = "other" }, "TemplateNotFound");
        await RefusesAsync(good with { List = "nobody" }, "SegmentNotFound");
        await RefusesAsync(good with { Journey = "nowhere" }, "JourneyNotFound");
        await RefusesAsync(good with { Campaign = "none" }, "CampaignNotFound");
        await RefusesAsync(good with { Wording = null }, "SignUpFormMalformed");
        (await desk.CreateAsync(SignUpStory.Form, "Again", good)).Errors.Single().Code.Should().Be("SignUpFormAlreadyDefined");
        (await desk.RewriteAsync(SignUpStory.Form, good)).Errors.Single().Code.Should().Be("SignUpFormNotInStatus", "what visitors agreed to does not change");
        (await desk.CloseAsync(SignUpStory.Form)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await host.SubmitAsync(SignUpStory.Request())).Errors.Single().Code.Should().Be("SignUpFormNotInStatus");
        (await desk.OpenAsync(SignUpStory.Form)).Value.Status.Should().Be(SignUpFormStatus.Open);
    }

    [SkippableFact]
    public async Task SignUps_AmongMany_SeekByIndex()
    {
        var seen = new SeenCommands();
        var (host, sender) = await SignUpStory.OpenAsync(s => HostAsync(h =>
        {
            s(h);
            h.Options = o => o.AddInterceptors(seen);
        }), settle: o => o.SignUpsPerSender = 100_000);
        for (var chunk = 0; chunk < 10; chunk++)
        {
            await using var guest = host.Work(new CrmScope(Actor.Guest));
            for (var i = 0; i < 100; i++)
            {
                (await guest.Get<SignUps>().SubmitAsync(SignUpStory.Form, SignUpStory.Request($"guest{chunk}-{i}@example.org", $"sender {chunk}-{i}"))).Succeeded.Should().BeTrue();
            }

            await guest.SaveAsync();
        }

        await host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync();
        await using var look = host.Work();
#pragma warning disable RS0030
        await look.Context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030
        var (plans, store) = (new QueryPlans(seen, "crm_sign_ups"), look.Get<ISignUpStore>());
        var one = await look.Context.Set<SignUp>().AsNoTracking().FirstAsync(s => s.TokenHash != null);
        plans = new QueryPlans(seen, "crm_sign_ups");
        (await store.FindByTokenAsync(one.TokenHash!, default))!.Id.Should().Be(one.Id);
        plans.ShouldSeek("token", "ux_sign_ups_token");
        (await store.FromSenderAsync(one.SenderHash, host.Clock.Now - Duration.FromHours(1), default)).Should().Be(1);
        plans.ShouldSeek("sender", "ix_sign_ups_sender");
        (await store.AskedAsync(one.AddressHash, host.Clock.Now - Duration.FromHours(1), default)).Should().Be(1);
        plans.ShouldSeek("address", "ix_sign_ups_address");
        (await store.DueAsync(host.Clock.Now, 10, default)).Should().BeEmpty();
        plans.ShouldUse("due", "ix_sign_ups_due");
        (await store.ListAsync(one.FormId, PageRequest.First, default)).Items.Should().HaveCount(50);
        plans.ShouldSeekInOrder("list", "ix_sign_ups_form");
        sender.Sent.Should().NotBeEmpty();
    }
}
