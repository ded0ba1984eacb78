using System.CommandLine;
using Crm.Domain.Knowledge;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge file|part|category</c>.</summary>
internal static class KnowledgeShelfCommands
{
    public static IEnumerable<Command> All => [FileUnder(), Part(), new Command("category", "The table of contents.").With(List(), Add(), Move(), Remove())];

    private static Command FileUnder()
    {
        var key = new Argument<string>("ID") { Description = KnowledgeOptionTexts.Keys };
        var categories = new Option<string[]>("--category") { Description = "A category's id; again for others.", HelpName = "ID" };
        var tags = new Option<string[]>("--tag") { Description = "A tag; again for others." };
        var related = new Option<string[]>("--related") { Description = "The id of an article that its readers may want too; again for others.", HelpName = "ID" };
        return new Command("file", "Set the categories, tags and related articles of an article; those that are not named are taken away.").With(key, categories, tags, related).Does((run, token) => run.WithCrmAsync(
            session =>
            {
                var filing = new KnowledgeFiling
                {
                    Categories = [.. (run.Get(categories) ?? []).Select(c => KnowledgeOptionTexts.Category(session, c))], Tags = run.Get(tags) ?? [],
                    Related = [.. (run.Get(related) ?? []).Select(r => KnowledgeOptionTexts.Item(session, r))],
                };
                return KnowledgeItemView.SavedAsync(run, session, session.Get<KnowledgeShelf>().FileAsync(KnowledgeOptionTexts.Item(session, run.Get(key)), filing, null, token), token);
            },
            token));
    }

    private static Command Part()
    {
        var key = new Argument<string>("ID") { Description = KnowledgeOptionTexts.Keys };
        var manual = new Option<string?>("--of") { Description = "The manual; none without it.", HelpName = "ID" };
        var position = new Option<int>("--position") { Description = "Its place among the parts, the lowest first." };
        return new Command("part", "Make an article a part of a manual, or of none.").With(key, manual, position).Does((run, token) => run.WithCrmAsync(
            session => KnowledgeItemView.SavedAsync(
                run, session,
                session.Get<KnowledgeShelf>().MakePartAsync(
                    KnowledgeOptionTexts.Item(session, run.Get(key)), run.Get(manual) is { } whole ? KnowledgeOptionTexts.Item(session, whole) : null, run.Get(position), null, token),
                token),
            token));
    }

    private static Command List() => new Command("list", "The tree of categories, with how many published articles each has.").Does((run, token) => run.WithCrmAsync(
        async session =>
        {
            var all = await session.Get<KnowledgeCategories>().ListAsync(token);
            run.Output.Write(
                new { Items = all },
                report => report.Table(["Category", "Articles", "Id"], all.Select(c => new object?[] { new string(' ', 2 * c.Depth) + c.Name, c.Items, c.Id })));
        },
        token));

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "Its name." };
        var (parent, position) = Place();
        return new Command("add", "Add a category.").With(name, parent, position).Does((run, token) => run.WithCrmAsync(
            session => SavedAsync(run, session, session.Get<KnowledgeCategories>().AddAsync(Details(session, run.Get(name), run.Get(parent), run.Get(position)), token), token), token));
    }

    private static Command Move()
    {
        var key = new Argument<string>("ID") { Description = "The category's id." };
        var name = new Argument<string>("NAME") { Description = "Its name since." };
        var (parent, position) = Place();
        return new Command("change", "Set name and place of a category; what stands below it goes with it.").With(key, name, parent, position).Does((run, token) => run.WithCrmAsync(
            session => SavedAsync(
                run, session,
                session.Get<KnowledgeCategories>().ChangeAsync(KnowledgeOptionTexts.Category(session, run.Get(key)), Details(session, run.Get(name), run.Get(parent), run.Get(position)), null, token), token),
            token));
    }

    private static Command Remove()
    {
        var key = new Argument<string>("ID") { Description = "The category's id." };
        return new Command("remove", "Take away a category under which nothing is filed.").With(key).Does((run, token) => run.WithCrmAsync(
            session => SavedAsync(run, session, session.Get<KnowledgeCategories>().RemoveAsync(KnowledgeOptionTexts.Category(session, run.Get(key)), null, token), token), token));
    }

    private static (Option<string?> Parent, Option<int> Position) Place() => (
        new("--under") { Description = "The category above it; at the top without it.", HelpName = "ID" },
        new("--position") { Description = "Its place among those with the same category above, the lowest first." });

    private static KnowledgeCategoryDetails Details(CrmSession session, string name, string? parent, int position) =>
        new(name, parent is null ? null : KnowledgeOptionTexts.Category(session, parent), position);

    private static async Task SavedAsync(Run run, CrmSession session, Task<CrmResult<KnowledgeCategory>> act, CancellationToken cancellationToken)
    {
        var category = await act.OrFail();
        await session.SaveAsync(cancellationToken);
        run.Output.Write(new { category.Id, category.Name, category.ParentId, category.Position }, report => report.Fields(("Id", category.Id), ("Name", category.Name), ("Under", category.ParentId)));
    }
}
