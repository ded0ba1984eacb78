using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Automation;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Encryption;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Automation;

/// <summary>Events that go to other systems.</summary>
[Trait("Check", "XC-06")]
public abstract class WebhookSpecification<TFixture>(TFixture fixture) : AutomationSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private readonly FakeTarget _target = new();

    private Action<HostSetup> ToTarget(Action<WebhookOptions>? options = null) => Handling(
        o =>
        {
            o.Automation.Webhooks.Jitter = () => 0;
            options?.Invoke(o.Automation.Webhooks);
        },
        s => s.AddSingleton<IWebhookSender>(_target));

    [SkippableFact]
    public async Task Event_IsSentSigned_OnceToEverySubscriptionThatWaitsForIt()
    {
        var host = await HostAsync(ToTarget());
        var secret = await HookAsync(host, "erp", "customers.customer-created");
        await HookAsync(host, "all", WebhookEventName.Every);
        await HookAsync(host, "others", "service.case-opened");
        var customer = await CustomerAsync(host);
        await DrainAsync(host);
        await DrainAsync(host);
        (await SendAsync(host)).Should().BeGreaterThan(1);
        (await SendAsync(host)).Should().Be(0);

        var got = _target.Requests.Where(r => r.Target.AbsolutePath == "/erp").Should().ContainSingle().Which;
        using var body = JsonDocument.Parse(got.Body);
        body.RootElement.GetProperty("type").GetString().Should().Be("customers.customer-created");
        body.RootElement.GetProperty("timestamp").GetString().Should().Be("2026-06-01T08:00:00Z");
        body.RootElement.GetProperty("data").GetProperty("customerId").GetGuid().Should().Be(customer.Value);
        WebhookSignature.Verify(secret, got.Id, got.At.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), got.Signatures, got.Body, host.Clock.Now).Should().BeTrue();
        _target.Requests.Should().Contain(r => r.Target.AbsolutePath == "/all").And.NotContain(r => r.Target.AbsolutePath == "/others");
        var delivery = (await DeliveriesAsync(host, "erp")).Single();
        (delivery.Status, delivery.MessageId, delivery.DueAt).Should().Be((WebhookDeliveryStatus.Delivered, got.Id, null));
        delivery.Attempts.Single().Status.Should().Be(200);
    }

    [SkippableFact]
    public async Task OldDeliveriesAndRuns_Go_AndThoseThatWaitStay()
    {
        var host = await HostAsync(ToTarget());
        await RuleAsync(host, "noting", OnCreated("""{"do":"addTag","tag":"seen"}"""));
        await HookAsync(host, "erp", "customers.customer-created");
        await HookAsync(host, "slow", "customers.customer-created");
        _target.Answer = r => new WebhookResponse(r.Target.AbsolutePath == "/slow" ? 503 : 200);
        await CustomerAsync(host);
        await DrainAsync(host);
        await SendAsync(host);
        host.Clock.Advance(Duration.FromDays(100));
        await CustomerAsync(host, "Bianchi");
        await DrainAsync(host);
        (await host.Services.GetRequiredService<IAutomationRounds>().ForgetOldAsync()).Should().Be(0);
        host.Clock.Advance(Duration.FromDays(81));

        (await host.Services.GetRequiredService<IAutomationRounds>().ForgetOldAsync()).Should().Be(2, "a run and a delivery are older than 180 days and wait for nothing");

        (await RunsAsync(host, "noting")).Should().ContainSingle();
        (await DeliveriesAsync(host, "erp")).Should().ContainSingle();
        (await DeliveriesAsync(host, "slow")).Should().HaveCount(2);
        (await host.Services.GetRequiredService<IAutomationRounds>().ForgetOldAsync()).Should().Be(0);
    }

    [SkippableFact]
    public async Task Failure_Passing_WaitsLongerEachTime_IsParked_AndReplayedUnderTheSameId()
    {
        var host = await HostAsync(ToTarget(o => o.MaxAttempts = 3));
        await HookAsync(host, "erp", "customers.customer-created");
        _target.Answer = _ => new WebhookResponse(503);
        await CustomerAsync(host);
        await DrainAsync(host);
        foreach (var wait in new[] { 5, 10 })
        {
            (await SendAsync(host)).Should().Be(1);
            var waiting = (await DeliveriesAsync(host, "erp")).Single();
            (waiting.Status, waiting.DueAt).Should().Be((WebhookDeliveryStatus.Waiting, host.Clock.Now + Duration.FromSeconds(wait)));
            (await SendAsync(host)).Should().Be(0);
            host.Clock.Advance(Duration.FromSeconds(wait));
        }

        await SendAsync(host);
        var parked = (await DeliveriesAsync(host, "erp")).Single();
        (parked.Status, parked.Failures, parked.DueAt).Should().Be((WebhookDeliveryStatus.Parked, 3, null));
        parked.Attempts.Select(a => a.Status).Should().Equal(503, 503, 503);
        _target.Answer = _ => new WebhookResponse(204);
        host.Clock.Advance(Duration.FromMinutes(1));
        await using (var work = host.Work())
        {
            (await work.Get<WebhookDeliveries>().ReplayAsync("erp", parked.EventId)).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await SendAsync(host);
        (await DeliveriesAsync(host, "erp")).Single().Status.Should().Be(WebhookDeliveryStatus.Delivered);
        _target.Requests.Select(r => r.Id).Distinct().Should().ContainSingle();
        _target.Requests.Select(r => r.At).Should().OnlyHaveUniqueItems();
        await using var after = host.Work();
        (await after.Get<WebhookDeliveries>().ReplayAsync("erp", s_nobody)).Errors.Single().Code.Should().Be("WebhookDeliveryNotFound");
    }

    [SkippableTheory]
    [InlineData(400, WebhookDeliveryStatus.Parked)]
    [InlineData(301, WebhookDeliveryStatus.Parked)]
    [InlineData(404, WebhookDeliveryStatus.Parked)]
    [InlineData(408, WebhookDeliveryStatus.Waiting)]
    [InlineData(425, WebhookDeliveryStatus.Waiting)]
    [InlineData(429, WebhookDeliveryStatus.Waiting)]
    [InlineData(500, WebhookDeliveryStatus.Waiting)]
    [InlineData(null, WebhookDeliveryStatus.Waiting)]
    [InlineData(299, WebhookDeliveryStatus.Delivered)]
    public async Task Answer_DecidesWhetherItIsTriedAgain(int? status, WebhookDeliveryStatus expected)
    {
        var host = await HostAsync(ToTarget());
        await HookAsync(host, "erp", "customers.customer-created");
        _target.Answer = _ => new WebhookResponse(status, status is null ? "Timeout" : null);
        await CustomerAsync(host);
        await DrainAsync(host);
        await SendAsync(host);

        (await DeliveriesAsync(host, "erp")).Single().Status.Should().Be(expected);
    }

    [SkippableFact]
    public async Task Answer_RetryAfter_IsWaitedFor_AndJitterShortensWaits()
    {
        var jitter = 0d;
        var host = await HostAsync(ToTarget(o => o.Jitter = () => jitter));
        await HookAsync(host, "erp", "customers.customer-created");
        _target.Answer = _ => new WebhookResponse(429) { RetryAfter = Duration.FromMinutes(3) };
        await CustomerAsync(host);
        await DrainAsync(host);
        await SendAsync(host);
        (await DeliveriesAsync(host, "erp")).Single().DueAt.Should().Be(host.Clock.Now + Duration.FromMinutes(3));
        host.Clock.Advance(Duration.FromMinutes(3));
        (_target.Answer, jitter) = (_ => new WebhookResponse(500), 1);
        await SendAsync(host);
        (await DeliveriesAsync(host, "erp")).Single().DueAt.Should().Be(host.Clock.Now + Duration.FromSeconds(5), "half of ten seconds");
    }

    [SkippableFact]
    public async Task Answer_Gone_EndsTheSubscription()
    {
        var host = await HostAsync(ToTarget());
        await HookAsync(host, "erp", "customers.customer-created");
        _target.Answer = _ => new WebhookResponse(410);
        await CustomerAsync(host);
        await DrainAsync(host);
        await SendAsync(host);
        await CustomerAsync(host);
        await DrainAsync(host);
        (await SendAsync(host)).Should().Be(0);

        await using var work = host.Work();
        var hooks = work.Get<Webhooks>();
        (await hooks.ListAsync()).Single().Should().Match<WebhookSubscription>(s => !s.IsActive && s.InactiveReason!.Contains("410"));
        (await DeliveriesAsync(host, "erp")).Should().ContainSingle(d => d.Status == WebhookDeliveryStatus.Parked);
        (await work.Get<WebhookDeliveries>().ReplayAsync("erp", (await DeliveriesAsync(host, "erp"))[0].EventId)).Errors.Single().Code.Should().Be("WebhookInactive");
        (await hooks.ActivateAsync("erp")).Succeeded.Should().BeTrue();
        (await hooks.ActivateAsync("erp")).Errors.Single().Code.Should().Be("WebhookAlreadyActive");
    }

    [SkippableFact]
    public async Task Rule_SendsToASubscription_ThatWaitsForNothing()
    {
        var host = await HostAsync(ToTarget());
        await HookAsync(host, "erp");
        await RuleAsync(host, "tell", OnCreated("""{"do":"webhook","subscription":"erp"}""", """{"field":"customer.familyName","operator":"equals","value":"Rossi"}"""));
        await CustomerAsync(host, "Rossi");
        await CustomerAsync(host, "Bianchi");
        await DrainAsync(host);
        await SendAsync(host);

        _target.Requests.Should().ContainSingle().Which.Body.Should().Contain("Rossi");
    }

    [SkippableFact]
    public async Task Secret_StandsInNoAuditAndNoEvent_AndTheFormerSignsForAWhile()
    {
        var host = await HostAsync(ToTarget());
        var former = await HookAsync(host, "erp", "customers.customer-created");
        string current;
        await using (var work = host.Work())
        {
            current = (await work.Get<Webhooks>().ChangeSecretAsync("erp", Duration.FromHours(1))).Value.Secret;
            await work.SaveAsync();
        }

        await CustomerAsync(host);
        await DrainAsync(host);
        await SendAsync(host);
        host.Clock.Advance(Duration.FromHours(2));
        await CustomerAsync(host);
        await DrainAsync(host);
        await SendAsync(host);

        Signs(former, 0).Should().BeTrue();
        Signs(current, 0).Should().BeTrue();
        Signs(former, 1).Should().BeFalse();
        Signs(current, 1).Should().BeTrue();
        await using var after = host.Work();
        (await after.Context.Set<AuditEntry>().AsNoTracking().Select(a => a.Changes).ToListAsync()).Should().NotContain(c => c.Contains("whsec_", StringComparison.Ordinal));
        (await after.Context.Set<OutboxMessage>().AsNoTracking().Select(a => a.Payload).ToListAsync()).Should().NotContain(c => c.Contains("whsec_", StringComparison.Ordinal));

        bool Signs(string secret, int index) => _target.Requests[index] is var r && r.Signatures.Split(' ').Contains(WebhookSignature.Sign(secret, r.Id, r.At, r.Body));
    }

    [SkippableFact]
    public async Task Secret_WhereTheHostEncrypts_IsReadableInNoTable()
    {
        var host = await HostAsync<EncryptedContext<OneKey>>(ToTarget());
        await using var work = host.Work();
        var secret = (await work.Get<Webhooks>().CreateAsync("erp", "https://example.org/", ["customers.customer-created"])).Value.Secret;
        await work.SaveAsync();
        await CustomerAsync(host);
        await DrainAsync(host);
        await SendAsync(host);

        var sent = _target.Requests.Single();
        sent.Signatures.Should().Be(WebhookSignature.Sign(secret, sent.Id, sent.At, sent.Body));
        var key = secret[6..];
        (await TableContents.ReadAsync(work.Context)).Values.SelectMany(rows => rows).Should().NotContain(r => r.Contains(key, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Queries_SeekByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync(s =>
        {
            ToTarget()(s);
            s.Options = o => o.AddInterceptors(seen);
        });
        await HookAsync(host, "erp", "customers.customer-created");
        await using (var work = host.Work())
        {
            for (var i = 0; i < 600; i++)
            {
                await work.Customers.RegisterAsync(new Domain.Customers.NewCustomer { Name = new Domain.Values.PersonName("Anna", $"{i}") });
            }

            await work.SaveAsync();
        }

        await DrainAsync(host);
        await SendAsync(host);
        await using var after = host.Work();
        await AnalyseAsync(after);
        var plans = new QueryPlans(seen, "crm_webhook_deliveries");
        await after.Get<WebhookDeliveries>().ListAsync("erp", page: new PageRequest { Take = 5 });
        plans.ShouldSeek("of a subscription", "ix_webhook_deliveries_at");
        await SendAsync(host);
        plans.ShouldUse("due", "ix_webhook_deliveries_due");
    }

    [SkippableFact]
    public async Task Sender_ThatDied_IsTakenOverWhenItsTimeIsOver_AndNotesNothingLate()
    {
        var first = await HostAsync(ToTarget());
        var second = await OpenAsync<SpecificationContext>(first.ConnectionString, ToTarget());
        await HookAsync(first, "erp", "customers.customer-created");
        await CustomerAsync(first);
        await DrainAsync(first);
        var (stalls, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        _target.Wait = async () =>
        {
            if (stalls.TrySetResult())
            {
                await goesOn.Task;
            }
        };
        var dead = Task.Run(() => SendAsync(first));
        await stalls.Task.WaitAsync(TimeSpan.FromMinutes(1));
        (await SendAsync(second)).Should().Be(0);
        second.Clock.Advance(Duration.FromMinutes(2));
        (await SendAsync(second)).Should().Be(1);
        _target.Answer = _ => new WebhookResponse(500);
        goesOn.SetResult();
        await dead;

        var delivery = (await DeliveriesAsync(first, "erp")).Single();
        (delivery.Status, delivery.Attempts.Count).Should().Be((WebhookDeliveryStatus.Delivered, 1));
    }

    [SkippableFact]
    public async Task Acts_Refused_AreCoded()
    {
        var host = await HostAsync(ToTarget());
        await HookAsync(host, "erp");
        await using var work = host.Work();
        var hooks = work.Get<Webhooks>();
        (await hooks.CreateAsync("erp", "https://example.org/", [])).Errors.Single().Code.Should().Be("WebhookKeyTaken");
        (await hooks.CreateAsync("new", "http://example.org/", ["none"])).Errors.Select(e => e.Code).Should().Equal("WebhookTargetRefused", "RuleEventUnknown");
        (await hooks.CreateAsync("new", "https://169.254.169.254/", [])).Errors.Single().Code.Should().Be("WebhookTargetRefused");
        (await hooks.CreateAsync("new", "https://example.org/", [], "short")).Errors.Single().Code.Should().Be("InvalidValue");
        (await hooks.ChangeAsync("erp", "https://localhost/", [])).Errors.Single().Code.Should().Be("WebhookTargetRefused");
        (await hooks.ChangeAsync("none", "https://example.org/", [])).Errors.Single().Code.Should().Be("WebhookNotFound");
        (await hooks.DeactivateAsync("erp", "Holidays")).Succeeded.Should().BeTrue();
        (await hooks.DeactivateAsync("erp")).Errors.Single().Code.Should().Be("WebhookInactive");
        (await work.Get<WebhookDeliveries>().ListAsync("none")).Errors.Single().Code.Should().Be("WebhookNotFound");
        await using var portal = host.Work(new CrmScope(Actor.PortalCustomer("eve", [])));
        (await portal.Get<Webhooks>().CreateAsync("mine", "https://example.org/", [])).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await portal.Get<WebhookDeliveries>().SendDueAsync()).Errors.Single().Code.Should().Be("ActNotAllowed");
    }

    private static readonly Guid s_nobody = new("01020304-0506-0708-090a-0b0c0d0e0f10");

    private static async Task<string> HookAsync(CrmTestHost<SpecificationContext> host, string key, params string[] events)
    {
        await using var work = host.Work();
        var made = (await work.Get<Webhooks>().CreateAsync(key, $"https://example.org/{key}", events)).Value;
        await work.SaveAsync();
        return made.Secret;
    }

    private static async Task<IReadOnlyList<WebhookDelivery>> DeliveriesAsync(CrmTestHost<SpecificationContext> host, string key)
    {
        await using var work = host.Work();
        return (await work.Get<WebhookDeliveries>().ListAsync(key)).Value.Items;
    }
}
