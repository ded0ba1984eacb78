using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>The preference centre: by a link or signed in, and heard by every sender.</summary>
public abstract class PreferenceSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "PO-07")]
    public async Task Centre_ByLink_ShowsAndChangesWhatHolds()
    {
        var host = await OpenAsync();
        var anna = await host.ReadyAsync("Anna");
        var access = PreferenceAccess.ByLink(await LinkAsync(host, anna));
        await using (var guest = Guest(host))
        {
            var centre = guest.Get<PreferenceCentre>();
            var before = (await centre.ReadAsync(access)).Value;
            Standing(before, Purposes.Marketing, Channels.Email).Should().Be((ConsentStanding.Granted, true));
            Standing(before, Purposes.Profiling, Channels.Email).Should().Be((ConsentStanding.None, false));
            before.Consents.Should().NotContain(c => c.Purpose == Purposes.Transactional, "an invoice is not chosen");
            host.Clock.Now += Duration.FromMinutes(1);
            (await centre.GrantAsync(access, Purposes.Profiling, Channels.Email, "2026-11")).Errors.Should().BeEmpty();
            (await centre.WithdrawAsync(access, Purposes.Marketing, Channels.Email)).Errors.Should().BeEmpty();
            (await centre.SpeakAsync(access, LanguageTag.Parse("it"))).Errors.Should().BeEmpty();
            await guest.SaveAsync();
        }

        await using (var guest = Guest(host))
        {
            var after = (await guest.Get<PreferenceCentre>().ReadAsync(access)).Value;
            (Standing(after, Purposes.Marketing, Channels.Email).Standing, Standing(after, Purposes.Profiling, Channels.Email).Standing, after.Language).Should().Be((ConsentStanding.Withdrawn, ConsentStanding.Granted, LanguageTag.Parse("it")));
            host.Clock.Now += Duration.FromMinutes(1);
            (await guest.Get<PreferenceCentre>().StopAllAsync(access)).Errors.Should().BeEmpty();
            await guest.SaveAsync();
            (await guest.Get<PreferenceCentre>().ReadAsync(access)).Value.Consents.Should().OnlyContain(c => c.Standing == ConsentStanding.Withdrawn);
        }

        await using var staff = host.Work();
        var entries = await staff.Get<ConsentDesk>().HistoryAsync(anna);
        entries.Should().HaveCount(4).And.Contain(e => e.Wording == "2026-11" && e.Origin == ConsentOrigin.Person && e.Proof != null && e.Source == "preference-centre");
    }

    [SkippableFact]
    [Trait("Check", "PO-07")]
    [Trait("Check", "EM-05")]
    public async Task StopAll_ByLink_ReachesMessagesThatAreQueuedAlready()
    {
        var sender = new ConfirmationSender();
        var host = await OpenAsync(sender);
        var (anna, bob) = (await host.ReadyAsync("Anna"), await host.ReadyAsync("Bob"));
        await host.PrepareAsync([anna, bob]);
        await host.ScheduleAsync(new CampaignDraft("spring", "Spring", Channels.Email) { Segments = ["guests"], Variants = [new("A", "a")] });
        await host.AdvanceAsync();
        await using (var work = host.Work())
        {
            (await work.Get<CampaignRuns>().DispatchAsync()).Value.Should().Be(2);
        }

        (await host.RecipientsAsync()).Should().OnlyContain(r => r.Status == CampaignRecipientStatus.Queued);
        await using (var guest = Guest(host))
        {
            (await guest.Get<PreferenceCentre>().StopAllAsync(PreferenceAccess.ByLink(await LinkAsync(host, anna)))).Errors.Should().BeEmpty();
            await guest.SaveAsync();
        }

        await host.DeliverAsync();
        sender.Sent.Should().ContainSingle().Which.Address.Should().Be("bob@example.org");
        (await host.RecipientsAsync()).Single(r => r.CustomerId == anna).Should().Match<CampaignRecipient>(r => r.Status == CampaignRecipientStatus.Skipped && r.Reason == SkipReason.OptedOut);
    }

    [SkippableFact]
    [Trait("Check", "EM-06")]
    public async Task Limit_ByLink_IsHonouredBySuppression_AndNeverLaxerThanTheHosts()
    {
        var host = await OpenAsync(settle: o => o.FrequencyCaps[Channels.Email] = new FrequencyCap { PerDay = 1, PerWeek = 3 });
        var (anna, bob) = (await host.ReadyAsync("Anna"), await host.ReadyAsync("Bob"));
        var access = PreferenceAccess.ByLink(await LinkAsync(host, anna));
        await using (var guest = Guest(host))
        {
            var centre = guest.Get<PreferenceCentre>();
            (await centre.LimitAsync(access, Channels.Email, new FrequencyCap { PerWeek = 9, PerMonth = 20 })).Value.Should().Be(new FrequencyCap { PerDay = 1, PerWeek = 3, PerMonth = 20 }, "what is laxer is narrowed");
            (await centre.LimitAsync(access, Channels.Email, new FrequencyCap { PerWeek = 1 })).Value.Should().Be(new FrequencyCap { PerDay = 1, PerWeek = 1 });
            (await centre.LimitAsync(access, Channels.Email, new FrequencyCap { PerWeek = -1 })).Errors.Single().Code.Should().Be("InvalidValue");
            await guest.SaveAsync();
            (await centre.ReadAsync(access)).Value.Frequencies.Single(f => f.Channel == Channels.Email).Own.Should().Be(new FrequencyCap { PerDay = 1, PerWeek = 1 });
        }

        var days = new Dictionary<CustomerId, List<LocalDate>> { [anna] = [], [bob] = [] };
        for (var i = 0; i < 3; i++)
        {
            await using var work = host.Work();
            foreach (var verdict in (await work.Get<Suppression>().TakeAsync(new SendingQuestion($"sender:{i}", Purposes.Marketing, Channels.Email), [anna, bob])).Value.All)
            {
                days[verdict.RecipientId].Add(verdict.Day!.Value);
            }
        }

        days[anna].Select(d => d.PlusDays(1 - (int)d.DayOfWeek)).Should().OnlyHaveUniqueItems("one message a week, and none is lost");
        (days[bob][^1] - days[bob][0]).Days.Should().BeLessThan((days[anna][^1] - days[anna][0]).Days);
        await using (var guest = Guest(host))
        {
            (await guest.Get<PreferenceCentre>().LimitAsync(access, Channels.Email, null)).Value.Should().Be(new FrequencyCap { PerDay = 1, PerWeek = 3 });
            await guest.SaveAsync();
            (await guest.Get<PreferenceCentre>().ReadAsync(access)).Value.Frequencies.Single(f => f.Channel == Channels.Email).Own.Should().BeNull();
        }
    }

    [SkippableFact]
    [Trait("Check", "PO-07")]
    public async Task Messages_CarryTheRecipientsOwnLink_AndOneClickEndsThem()
    {
        var sender = new ConfirmationSender();
        var host = await OpenAsync(sender, o => o.UnsubscribeUrl = "https://shop.example/u/{token}");
        var anna = await host.ReadyAsync("Anna");
        await using (var work = host.Work())
        {
            foreach (var (key, purpose) in new[] { ("news", "marketing"), ("invoice", "transactional") })
            {
                (await work.Get<MessageTemplates>().WriteAsync(new MessageTemplateDetails(key, Channels.Email, purpose), new MessageTemplateContent(LanguageTag.Parse("en"), "https://shop.example/p/{{preferences.token}}") { Subject = key })).Errors.Should().BeEmpty();
            }

            await work.SaveAsync();
            (await work.Get<MessageDesk>().ComposeAsync(new MessageDraft(anna) { TemplateKey = "news" })).Errors.Should().BeEmpty();
            (await work.Get<MessageDesk>().ComposeAsync(new MessageDraft(anna) { TemplateKey = "invoice" })).Errors.Should().BeEmpty();
            await work.SaveAsync();
        }

        await host.DeliverAsync();
        var (news, invoice) = (sender.Sent.Single(m => m.Subject == "news"), sender.Sent.Single(m => m.Subject == "invoice"));
        invoice.Headers.Select(h => h.Key).Should().NotContain("List-Unsubscribe", "an invoice is not unsubscribed from");
        var header = news.Headers.Single(h => h.Key == "List-Unsubscribe").Value;
        news.Headers.Single(h => h.Key == "List-Unsubscribe-Post").Value.Should().Be("List-Unsubscribe=One-Click");
        header.Should().StartWith("<https://shop.example/u/").And.EndWith(">");
        var token = news.Text.Split('/')[^1];
        await using (var look = host.Work())
        {
            (await look.Context.Set<OutboundMessage>().ToListAsync()).Should().OnlyContain(m => !m.Text.Contains(token), "the database holds no link of anybody");
        }

        await using (var guest = Guest(host))
        {
            (await guest.Get<PreferenceCentre>().ReadAsync(PreferenceAccess.ByLink(token))).Succeeded.Should().BeTrue();
            var click = header.Split('/')[^1].TrimEnd('>');
            (await guest.Get<PreferenceCentre>().UnsubscribeAsync(click)).Value.Should().BeTrue();
            await guest.SaveAsync();
            (await guest.Get<PreferenceCentre>().UnsubscribeAsync(click)).Value.Should().BeFalse("once more changes nothing");
            (await guest.Get<PreferenceCentre>().ReadAsync(PreferenceAccess.ByLink(click))).Errors.Single().Code.Should().Be("PreferenceLinkInvalid", "one click is no key to the rest");
            (await guest.Get<PreferenceCentre>().UnsubscribeAsync(token)).Errors.Single().Code.Should().Be("PreferenceLinkInvalid");
        }

        await using var after = host.Work();
        (await after.Get<ContactPermissions>().MayContactAsync(anna, Purposes.Marketing, Channels.Email)).Value.Reason.Should().Be(ContactBarrier.Withdrawn);
        (await after.Get<ContactPermissions>().MayContactAsync(anna, Purposes.Marketing, Channels.Sms)).Value.Reason.Should().NotBe(ContactBarrier.Withdrawn);
    }

    [SkippableFact]
    public async Task Links_ForgedStaleOrForeign_LeadNowhere()
    {
        var host = await OpenAsync();
        var (anna, bob) = (await host.ReadyAsync("Anna"), await host.ReadyAsync("Bob"));
        var token = await LinkAsync(host, anna);
        await using (var guest = Guest(host))
        {
            var centre = guest.Get<PreferenceCentre>();
            foreach (var forged in new[] { string.Empty, "x", token[..^1] + (token[^1] == 'A' ? 'Q' : 'A'), token + "A", new string('A', 48), new string('A', 1_000), "ä" + token[1..] })
            {
                (await centre.ReadAsync(PreferenceAccess.ByLink(forged))).Errors.Single().Code.Should().Be("PreferenceLinkInvalid");
                (await centre.UnsubscribeAsync(forged)).Errors.Single().Code.Should().Be("PreferenceLinkInvalid");
            }

            (await centre.ReadAsync(PreferenceAccess.Of(anna))).Errors.Single().Code.Should().Be("CustomerNotFound", "a guest acts for nobody");
            (await centre.LinkAsync(anna)).Errors.Single().Code.Should().Be("ActNotAllowed");
            (await centre.GrantAsync(PreferenceAccess.ByLink(token), new PurposeKey("unheard-of"), Channels.Email)).Errors.Single().Code.Should().Be("PurposeUnknown");
        }

        await using (var portal = host.Work(new CrmScope(Actor.PortalCustomer("anna@portal", [anna.ToSubject()]))))
        {
            var centre = portal.Get<PreferenceCentre>();
            (await centre.ReadAsync(PreferenceAccess.Of(anna))).Succeeded.Should().BeTrue();
            var (foreign, missing) = ((await centre.StopAllAsync(PreferenceAccess.Of(bob))).Errors.Single(), (await centre.StopAllAsync(PreferenceAccess.Of(CustomerId.New(host.Clock.Now)))).Errors.Single());
            (foreign.Code, foreign.Target).Should().Be((missing.Code, missing.Target)).And.Be(("CustomerNotFound", "customer"));
            (await centre.WithdrawAsync(PreferenceAccess.Of(anna), Purposes.Marketing, Channels.Email)).Errors.Should().BeEmpty();
            await portal.SaveAsync();
        }

        host.Clock.Now += Duration.FromDays(91);
        await using var later = Guest(host);
        (await later.Get<PreferenceCentre>().ReadAsync(PreferenceAccess.ByLink(token))).Errors.Single().Code.Should().Be("PreferenceLinkInvalid", "a link runs out");
    }

    private Task<CrmTestHost<SpecificationContext>> OpenAsync(IMessageSender? sender = null, Action<MarketingOptions>? settle = null) => HostAsync(s =>
    {
        s.Services = services => services.AddSingleton(sender ?? new ConfirmationSender());
        s.Crm = o =>
        {
            o.Marketing.TokenKey = Convert.ToBase64String(new byte[32]);
            settle?.Invoke(o.Marketing);
        };
    });

    private static CrmWork<SpecificationContext> Guest(CrmTestHost<SpecificationContext> host) => host.Work(new CrmScope(Actor.Guest));

    private static async Task<string> LinkAsync(CrmTestHost<SpecificationContext> host, CustomerId customer)
    {
        await using var staff = host.Work();
        return (await staff.Get<PreferenceCentre>().LinkAsync(customer)).Value;
    }

    private static (ConsentStanding Standing, bool IsDated) Standing(PreferenceView view, PurposeKey purpose, ChannelKey channel) =>
        view.Consents.Single(c => c.Purpose == purpose && c.Channel == channel) is var found ? (found.Standing, found.Since is not null) : default;
}
