using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Knowledge.Items;

public class KnowledgePublishingTests
{
    private static readonly KnowledgeContent s_content = new("How to descale", "Use vinegar.", LanguageTag.Parse("en"));

    private readonly Shop _shop = new();

    [Fact]
    [Trait("Check", "KB-01")]
    public async Task ReviewReturnPublishArchiveRestore_FollowTheStatus()
    {
        var item = await WrittenAsync();

        (await _shop.Publishing.RequestReviewAsync(item.Id, 1)).Value.Status.Should().Be(KnowledgeStatus.InReview);
        (await _shop.Publishing.ReturnAsync(item.Id, "Which vinegar?", 2)).Value.Status.Should().Be(KnowledgeStatus.Draft);
        (await _shop.Publishing.RequestReviewAsync(item.Id, 3)).Value.Status.Should().Be(KnowledgeStatus.InReview);
        (await _shop.Knowledge.PublishAsync(item.Id, 4)).Value.Status.Should().Be(KnowledgeStatus.Published);
        (await _shop.Knowledge.ArchiveAsync(item.Id, 5)).Value.Status.Should().Be(KnowledgeStatus.Archived);
        (await _shop.Publishing.RestoreAsync(item.Id, 6)).Value.Status.Should().Be(KnowledgeStatus.Draft);
        (await _shop.Publishing.DiscardAsync(item.Id, 7)).Value.Status.Should().Be(KnowledgeStatus.Archived);
    }

    [Fact]
    [Trait("Check", "KB-02")]
    public async Task DoDue_SaysWhatCameDueOnce()
    {
        var (soon, later, never) = (await WrittenAsync(), await WrittenAsync(), await WrittenAsync());
        var now = _shop.Clock.Now;
        await _shop.Knowledge.PublishAsync(soon.Id, new KnowledgePeriod(now + Duration.FromHours(1), now + Duration.FromHours(2)));
        await _shop.Knowledge.PublishAsync(later.Id, new KnowledgePeriod(now + Duration.FromDays(1)));
        await _shop.Knowledge.PublishAsync(never.Id);

        (await _shop.Publishing.DoDueAsync()).Value.Should().BeEmpty();
        _shop.Clock.Now += Duration.FromHours(1);
        (await _shop.Publishing.DoDueAsync()).Value.Should().Equal(soon);
        (await _shop.Publishing.DoDueAsync()).Value.Should().BeEmpty();
        _shop.Clock.Now += Duration.FromHours(1);
        (await _shop.Publishing.DoDueAsync()).Value.Should().Equal(soon);

        (soon.Status, later.Status, never.Status).Should().Be((KnowledgeStatus.Archived, KnowledgeStatus.Scheduled, KnowledgeStatus.Published));
    }

    [Fact]
    public async Task Replace_InACircleOrByNothing_IsRefused()
    {
        var (one, two, three) = (await WrittenAsync(), await WrittenAsync(), await WrittenAsync());
        foreach (var item in new[] { one, two, three })
        {
            await _shop.Knowledge.PublishAsync(item.Id);
        }

        await _shop.Publishing.ReplaceAsync(one.Id, two.Id);
        await _shop.Publishing.ReplaceAsync(two.Id, three.Id);

        await Refused("KnowledgeReplacementCircular", _shop.Publishing.ReplaceAsync(three.Id, one.Id));
        await Refused("InvalidValue", _shop.Publishing.ReplaceAsync(three.Id, three.Id));
        await Refused("KnowledgeItemNotFound", _shop.Publishing.ReplaceAsync(three.Id, KnowledgeItemId.New(_shop.Clock.Now)));
        await Refused("ActNotAllowed", _shop.As(Actor.Guest).Publishing.ReplaceAsync(three.Id, one.Id));
        three.Status.Should().Be(KnowledgeStatus.Published);
    }

    [Fact]
    public async Task BadInput_IsACodedError()
    {
        var item = await WrittenAsync();
        var now = _shop.Clock.Now;

        await Refused("InvalidValue", _shop.Knowledge.PublishAsync(item.Id, new KnowledgePeriod(null, now)));
        await Refused("KnowledgeItemNotPublished", _shop.Publishing.LimitAsync(item.Id, now + Duration.FromDays(1)));
        await _shop.Knowledge.PublishAsync(item.Id);
        await Refused("InvalidValue", _shop.Publishing.LimitAsync(item.Id, now - Duration.FromDays(1)));
        await Refused("KnowledgeConfidenceNotAllowed", _shop.Publishing.TrustAsync(item.Id, (KnowledgeConfidence)9));
        await Refused("InvalidValue", _shop.Publishing.TrustAsync(item.Id, KnowledgeConfidence.Validated, "a\nb"));
        await Refused("InvalidValue", _shop.Publishing.GovernAsync(item.Id, (KnowledgeGovernance)9));
        await Refused("ActNotAllowed", _shop.As(Actor.PortalCustomer("anna", [])).Publishing.TrustAsync(item.Id, KnowledgeConfidence.Validated));
        (await _shop.Publishing.DoDueAsync(0)).Errors.Select(e => e.Code).Should().Equal("InvalidValue");
        (item.Confidence, item.Version).Should().Be((KnowledgeConfidence.NotValidated, 2L));
    }

    [Fact]
    [Trait("Check", "KB-06")]
    public async Task Translate_MakesAnItemOfItsOwnThatKnowsItsOriginal()
    {
        var original = (await _shop.Knowledge.WriteAsync(s_content, Audience.Customer)).Value;
        await _shop.Knowledge.PublishAsync(original.Id);
        await _shop.Knowledge.ReviseAsync(original.Id, s_content with { Body = "Use acid." });

        var italian = (await _shop.Knowledge.TranslateAsync(original.Id, new KnowledgeContent("Come decalcificare", "Aceto.", LanguageTag.Parse("it")))).Value;

        (italian.TranslationOfId, italian.TranslatedVersion, italian.Status, italian.Audience).Should().Be((original.Id, 1, KnowledgeStatus.Draft, Audience.Customer));
        await Refused("KnowledgeTranslationExists", _shop.Knowledge.TranslateAsync(original.Id, s_content with { Language = LanguageTag.Parse("it") }));
        await Refused("KnowledgeTranslationExists", _shop.Knowledge.TranslateAsync(original.Id, s_content));
        await Refused("KnowledgeItemIsTranslation", _shop.Knowledge.TranslateAsync(italian.Id, s_content with { Language = LanguageTag.Parse("sv") }));
        await Refused("KnowledgeVersionNotFound", _shop.Knowledge.TranslateAsync(original.Id, s_content with { Language = LanguageTag.Parse("sv"), TranslatedVersion = 3 }));
        await Refused("KnowledgeItemNotFound", _shop.Knowledge.TranslateAsync(KnowledgeItemId.New(_shop.Clock.Now), s_content));
        await _shop.Knowledge.ArchiveAsync(original.Id);
        await Refused("KnowledgeItemArchived", _shop.Knowledge.TranslateAsync(original.Id, s_content with { Language = LanguageTag.Parse("sv") }));
        _shop.Items.Should().HaveCount(2);
    }

    private static async Task Refused(string code, Task<CrmResult<KnowledgeItem>> act) => (await act).Errors.Select(e => e.Code).Should().Equal(code);

    private async Task<KnowledgeItem> WrittenAsync() => (await _shop.Knowledge.WriteAsync(s_content, Audience.Public)).Value;
}
