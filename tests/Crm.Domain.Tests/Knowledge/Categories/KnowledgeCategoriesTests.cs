using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Domain.Tests.InMemory;

namespace Crm.Domain.Tests.Knowledge.Categories;

public class KnowledgeCategoriesTests
{
    private readonly List<KnowledgeCategory> _all = [];
    private readonly Dictionary<KnowledgeCategoryId, int> _counts = [];
    private readonly Shop _shop = new();

    [Fact]
    public async Task List_IsTheTreeInOrder()
    {
        var kettles = await AddAsync("Kettles", null, 2);
        var cups = await AddAsync("Cups", null, 1);
        await AddAsync("Scale", kettles.Id, 5);
        var cold = await AddAsync("Cold", kettles.Id, 5);
        await AddAsync("Very cold", cold.Id);
        _counts[cold.Id] = 3;

        var tree = await Door().ListAsync();

        tree.Select(n => (n.Name, n.Depth, n.Items)).Should().Equal(("Cups", 0, 0), ("Kettles", 0, 0), ("Cold", 1, 3), ("Very cold", 2, 0), ("Scale", 1, 0));
        (await Door(Actor.Guest).ListAsync()).Select(n => n.Name).Should().Equal("Kettles", "Cold");
        cups.Name.Should().Be("Cups");
    }

    [Fact]
    public async Task Change_InACircleTooDeepOrBelowNothing_IsRefused()
    {
        var chain = new List<KnowledgeCategory>();
        for (var i = 0; i < KnowledgeCategories.MaxDepth; i++)
        {
            chain.Add(await AddAsync($"Level {i}", chain.Count == 0 ? null : chain[^1].Id));
        }

        var other = await AddAsync("Other", null);
        await AddAsync("Below", other.Id);

        await Refused("KnowledgeCategoryMisplaced", Door().ChangeAsync(chain[0].Id, new KnowledgeCategoryDetails("Level 0", chain[4].Id)));
        await Refused("KnowledgeCategoryMisplaced", Door().AddAsync(new KnowledgeCategoryDetails("Deeper", chain[^1].Id)));
        await Refused("KnowledgeCategoryMisplaced", Door().ChangeAsync(other.Id, new KnowledgeCategoryDetails("Other", chain[^2].Id)));
        await Refused("KnowledgeCategoryMisplaced", Door().ChangeAsync(other.Id, new KnowledgeCategoryDetails("Other", other.Id)));
        await Refused("KnowledgeCategoryNotFound", Door().ChangeAsync(other.Id, new KnowledgeCategoryDetails("Other", KnowledgeCategoryId.New(_shop.Clock.Now))));
        await Refused("InvalidValue", Door().ChangeAsync(other.Id, new KnowledgeCategoryDetails(" ")));
        await Refused("InvalidValue", Door().ChangeAsync(other.Id, new KnowledgeCategoryDetails("Other", null, -1)));
        await Refused("VersionConflict", Door().ChangeAsync(other.Id, new KnowledgeCategoryDetails("Other"), 7));
        await Refused("ActNotAllowed", Door(Actor.Guest).ChangeAsync(other.Id, new KnowledgeCategoryDetails("Other")));
        (await Door().ChangeAsync(other.Id, new KnowledgeCategoryDetails("Other", chain[^3].Id))).Succeeded.Should().BeTrue();
    }

    [Fact]
    public async Task Remove_WithSomethingInIt_IsRefused()
    {
        var kettles = await AddAsync("Kettles", null);
        var scale = await AddAsync("Scale", kettles.Id);
        _counts[scale.Id] = 1;

        await Refused("KnowledgeCategoryInUse", Door().RemoveAsync(kettles.Id));
        await Refused("KnowledgeCategoryInUse", Door().RemoveAsync(scale.Id));
        _counts.Clear();
        (await Door().RemoveAsync(scale.Id)).Succeeded.Should().BeTrue();
        (await Door().RemoveAsync(kettles.Id)).Succeeded.Should().BeTrue();
        await Refused("KnowledgeCategoryNotFound", Door().RemoveAsync(kettles.Id));
    }

    [Fact]
    public async Task List_OfACircleThatTwoChangesClosed_ShowsEachCategoryOnce()
    {
        var (one, two) = (await AddAsync("One", null), await AddAsync("Two", null));
        one.Change(new KnowledgeCategoryDetails("One", two.Id), _shop.Clock.Now);
        two.Change(new KnowledgeCategoryDetails("Two", one.Id), _shop.Clock.Now);

        (await Door().ListAsync()).Select(n => (n.Name, n.Depth)).Should().Equal(("One", 0), ("Two", 1));
        (await Door().ChangeAsync(one.Id, new KnowledgeCategoryDetails("One"))).Succeeded.Should().BeTrue();
    }

    private static async Task Refused(string code, Task<CrmResult<KnowledgeCategory>> act) => (await act).Errors.Select(e => e.Code).Should().Equal(code);

    private async Task<KnowledgeCategory> AddAsync(string name, KnowledgeCategoryId? parent, int position = 0) =>
        (await Door().AddAsync(new KnowledgeCategoryDetails(name, parent, position))).Value;

    private KnowledgeCategories Door(Actor? actor = null) => new(
        Stub.Of<IKnowledgeCategoryStore>(
            (nameof(IKnowledgeCategoryStore.AllAsync), _ => Task.FromResult<IReadOnlyList<KnowledgeCategory>>([.. _all.Where(c => c.RemovedAt is null)])),
            (nameof(IKnowledgeCategoryStore.CountAsync), _ => Task.FromResult<IReadOnlyDictionary<KnowledgeCategoryId, int>>(_counts)),
            (nameof(IKnowledgeCategoryStore.HasItemsAsync), a => Task.FromResult(_counts.ContainsKey((KnowledgeCategoryId)a[0]!))),
            (nameof(IKnowledgeCategoryStore.Add), a => Kept(() => _all.Add((KnowledgeCategory)a[0]!)))),
        (actor is null ? _shop : _shop.As(actor)).Acts);

    private static object? Kept(Action act)
    {
        act();
        return null;
    }
}
