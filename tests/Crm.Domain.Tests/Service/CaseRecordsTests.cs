using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Orders;
using Crm.Domain.Service;
using Crm.Domain.Tests.InMemory;
using NodaTime;

namespace Crm.Domain.Tests.Service;

public class CaseRecordsTests
{
    private readonly Shop _shop = new();

    [Fact]
    [Trait("Check", "SC-19")]
    public async Task Open_AndChangeDetails_KeepProductSerialOrderLineTypeAndArticles()
    {
        var (order, article) = (OrderId.New(_shop.Clock.Now), KnowledgeItemId.New(_shop.Clock.Now));
        var opened = (await _shop.Desk.OpenAsync(new CaseDetails(_shop.Customer(), "Cold") { Type = " complaint ", Sku = "KETTLE", SerialNumber = "4711", OrderId = order, OrderLine = 2, ViewedArticles = [article] })).Value;
        (opened.Type, opened.Sku, opened.SerialNumber, opened.OrderId, opened.OrderLine).Should().Be(("complaint", "KETTLE", "4711", order, 2));

        var changed = (await _shop.Records.ChangeDetailsAsync(opened.Id, d => d with { Sku = "CUP", SerialNumber = null, Type = "question" }, opened.Version)).Value;
        (changed.Type, changed.Sku, changed.SerialNumber, changed.OrderLine, changed.Subject).Should().Be(("question", "CUP", null, 2, "Cold"));
        opened.PendingEvents[^1].Event.Should().BeOfType<CaseDetailsChanged>();

        var second = KnowledgeItemId.New(_shop.Clock.Now);
        (await _shop.Records.AddViewedArticleAsync(opened.Id, second)).Succeeded.Should().BeTrue();
        opened.ViewedArticles.Select(a => a.KnowledgeItemId).Should().Equal(article, second);
        (await _shop.Records.AddViewedArticleAsync(opened.Id, article)).Errors.Single().Code.Should().Be("CaseArticleAlreadyViewed");
    }

    [Fact]
    public async Task ChangeDetails_BadInput_IsACodedErrorAndChangesNothing()
    {
        var opened = await OpenAsync();
        var version = opened.Version;
        await Refused("InvalidValue", d => d with { Subject = " " });
        await Refused("InvalidValue", d => d with { Type = new string('x', ServiceCase.MaxTypeLength + 1) });
        await Refused("InvalidValue", d => d with { OrderLine = 1 });
        await Refused("InvalidValue", d => d with { OrderId = OrderId.New(_shop.Clock.Now), OrderLine = 0 });
        await Refused("InvalidValue", d => d with { Sku = "two\nlines" });
        await Refused("InvalidValue", _ => null!);
        await Refused("CustomerNotFound", d => d with { OrganisationId = CustomerId.New(_shop.Clock.Now) });
        (await _shop.Records.ChangeDetailsAsync(opened.Id, d => d, version + 1)).Errors.Single().Code.Should().Be("VersionConflict");
        (await _shop.As(Actor.Guest).Records.ChangeDetailsAsync(opened.Id, d => d)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await _shop.Records.ChangeDetailsAsync(ServiceCaseId.New(_shop.Clock.Now), d => d)).Errors.Single().Code.Should().Be("CaseNotFound");
        opened.Version.Should().Be(version);

        async Task Refused(string code, Func<CaseDescription, CaseDescription> change) =>
            (await _shop.Records.ChangeDetailsAsync(opened.Id, change)).Errors.Single().Code.Should().Be(code);
    }

    [Fact]
    public async Task Parents_AreOneLevel_SoThatNoCircleComesAbout()
    {
        var (outage, first, second) = (await OpenAsync(), await OpenAsync(), await OpenAsync());
        (await _shop.Records.JoinAsync(first.Id, outage.Id)).Succeeded.Should().BeTrue();
        (first.ParentId, outage.Children).Should().Be((outage.Id, 1));
        await Refused("CaseRelatedToItself", second, second);
        await Refused("CaseHasParent", first, second);
        await Refused("CaseHasParent", second, first);
        await Refused("CaseHasChildren", outage, second);
        (await _shop.Records.JoinAsync(second.Id, ServiceCaseId.New(_shop.Clock.Now))).Errors.Single().Code.Should().Be("CaseNotFound");

        (await _shop.Records.LeaveAsync(first.Id)).Succeeded.Should().BeTrue();
        (first.ParentId, outage.Children).Should().Be((null, 0));
        (await _shop.Records.LeaveAsync(first.Id)).Errors.Single().Code.Should().Be("CaseHasNoParent");
        (await _shop.Records.JoinAsync(outage.Id, first.Id)).Succeeded.Should().BeTrue();

        async Task Refused(string code, ServiceCase child, ServiceCase parent) => (await _shop.Records.JoinAsync(child.Id, parent.Id)).Errors.Single().Code.Should().Be(code);
    }

    [Fact]
    public async Task Relations_AreSymmetrical()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        (await _shop.Records.RelateAsync(one.Id, other.Id)).Succeeded.Should().BeTrue();
        (one.RelatedCases.Single().OtherId, other.RelatedCases.Single().OtherId).Should().Be((other.Id, one.Id));
        (await _shop.Records.RelateAsync(other.Id, one.Id)).Errors.Single().Code.Should().Be("CaseAlreadyRelated");
        (await _shop.Records.RelateAsync(one.Id, one.Id)).Errors.Single().Code.Should().Be("CaseRelatedToItself");

        (await _shop.Records.UnrelateAsync(other.Id, one.Id)).Succeeded.Should().BeTrue();
        (one.RelatedCases.Count, other.RelatedCases.Count).Should().Be((0, 0));
        (await _shop.Records.UnrelateAsync(one.Id, other.Id)).Errors.Single().Code.Should().Be("CaseNotRelated");
    }

    [Fact]
    public async Task Waiting_IsCountedFromTheFirstUnansweredWord_AndSilenceFromOurs()
    {
        var opened = await OpenAsync();
        var at = opened.OpenedAt;
        Instant Later(int minutes) => at + Duration.FromMinutes(minutes);
        (opened.AwaitingSince, opened.SilentSince).Should().Be((at, null));
        opened.Wait(Later(1));
        opened.SilentSince.Should().BeNull("the customer waits for an answer itself");
        opened.Reply("Which colour?", "Ada", Later(2));
        (opened.AwaitingSince, opened.SilentSince).Should().Be((null, Later(2)));
        opened.Receive("Red", "Anna", Later(3));
        opened.Receive("Dark red", "Anna", Later(4));
        (opened.AwaitingSince, opened.SilentSince).Should().Be((Later(3), null));
        opened.ReceiveAutomatic("Away", "Anna", Later(5));
        opened.AwaitingSince.Should().Be(Later(3));
        opened.Resolve("Painted", Later(6));
        (opened.AwaitingSince, opened.SilentSince).Should().Be((null, Later(6)));
        opened.CanCloseForSilence(1, Later(6) + Duration.FromHours(24) - Duration.FromTicks(1)).Code.Should().Be("CaseNotSilent");
        opened.CloseForSilence(1, Later(6) + Duration.FromHours(24));
        (opened.Category, opened.SilentSince, opened.ClosedAt).Should().Be((CaseCategory.Closed, null, Later(6) + Duration.FromHours(24)));
    }

    private async Task<ServiceCase> OpenAsync() => (await _shop.Desk.OpenAsync(new CaseDetails(_shop.Customer(), "Cold"))).Value;
}
