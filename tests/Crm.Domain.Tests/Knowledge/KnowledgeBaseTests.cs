using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;

namespace Crm.Domain.Tests.Knowledge;

public class KnowledgeBaseTests
{
    private static readonly KnowledgeContent s_content = new("How to descale", "Use vinegar.", LanguageTag.Parse("en"));

    private readonly Shop _shop = new();

    [Fact]
    public async Task WritePublishArchive_FollowTheStatus()
    {
        var item = (await _shop.Knowledge.WriteAsync(s_content, Audience.Public)).Value;

        (await _shop.Knowledge.PublishAsync(item.Id, 1)).Value.Status.Should().Be(KnowledgeStatus.Published);
        (await _shop.Knowledge.ReviseAsync(item.Id, s_content with { Title = "Descaling" }, 2)).Value.Latest.Title.Should().Be("Descaling");
        (await _shop.Knowledge.ChangeAudienceAsync(item.Id, Audience.Customer, 3)).Value.Audience.Should().Be(Audience.Customer);
        (await _shop.Knowledge.ArchiveAsync(item.Id, 4)).Value.Status.Should().Be(KnowledgeStatus.Archived);

        _shop.Items.Should().Equal(item);
        item.Version.Should().Be(5);
    }

    [Fact]
    public async Task Write_BadInput_IsACodedErrorAndKeepsNothing()
    {
        await Refused("InvalidValue", s_content with { Title = " " }, Audience.Public, _shop);
        await Refused("InvalidValue", s_content with { Body = "a\0b" }, Audience.Public, _shop);
        await Refused("InvalidValue", s_content with { Summary = new string('x', 501) }, Audience.Public, _shop);
        await Refused("InvalidValue", s_content, (Audience)9, _shop);
        await Refused("ActNotAllowed", s_content, Audience.Public, _shop.As(Actor.PortalCustomer("anna", [])));

        async Task Refused(string code, KnowledgeContent content, Audience audience, Shop shop)
        {
            (await shop.Knowledge.WriteAsync(content, audience)).Errors.Select(e => e.Code).Should().Equal(code);
            _shop.Items.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Act_NotAllowedMissingStaleOrAgainstTheRules_IsRefusedAndChangesNothing()
    {
        var item = (await _shop.Knowledge.WriteAsync(s_content with { Body = "" }, Audience.Public)).Value;
        var knowledge = _shop.Knowledge;

        await Refused("ActNotAllowed", _shop.As(Actor.Partner("paul", [])).Knowledge.PublishAsync(item.Id));
        await Refused("KnowledgeItemNotFound", knowledge.PublishAsync(KnowledgeItemId.New(_shop.Clock.Now)));
        await Refused("VersionConflict", knowledge.ReviseAsync(item.Id, s_content, 7));
        await Refused("KnowledgeItemEmpty", knowledge.PublishAsync(item.Id));
        await Refused("KnowledgeTransitionNotAllowed", knowledge.ArchiveAsync(item.Id));
        await Refused("InvalidValue", knowledge.ReviseAsync(item.Id, s_content with { Title = "a\nb" }));

        (await knowledge.ReviseAsync(item.Id, s_content)).WithoutValue().ThrowIfFailed();
        (await knowledge.PublishAsync(item.Id)).WithoutValue().ThrowIfFailed();
        (await knowledge.ArchiveAsync(item.Id)).WithoutValue().ThrowIfFailed();
        await Refused("KnowledgeItemArchived", knowledge.ReviseAsync(item.Id, s_content));
        await Refused("KnowledgeItemArchived", knowledge.ChangeAudienceAsync(item.Id, Audience.Internal));
        await Refused("KnowledgeTransitionNotAllowed", knowledge.PublishAsync(item.Id));

        async Task Refused(string code, Task<CrmResult<KnowledgeItem>> act)
        {
            var before = (item.Version, item.Status, item.Title, item.Audience);
            (await act).Errors.Select(e => e.Code).Should().Equal(code);
            (item.Version, item.Status, item.Title, item.Audience).Should().Be(before);
        }
    }

    [Fact]
    public async Task Find_IsForStaff()
    {
        var item = (await _shop.Knowledge.WriteAsync(s_content, Audience.Public)).Value;

        (await _shop.Knowledge.FindAsync(item.Id)).Should().BeSameAs(item);
        (await _shop.As(Actor.PortalCustomer("anna", [])).Knowledge.FindAsync(item.Id)).Should().BeNull();
    }
}
