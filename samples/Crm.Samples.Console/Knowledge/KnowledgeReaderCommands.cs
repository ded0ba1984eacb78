using System.CommandLine;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge ask|open|solved|vote|suggest|sign-in|forget</c>: what readers do.</summary>
internal static class KnowledgeReaderCommands
{
    private static readonly Dictionary<string, bool> s_votes = new(StringComparer.OrdinalIgnoreCase) { ["helpful"] = true, ["unhelpful"] = false };

    public static IEnumerable<Command> All() => [Ask(), Open(), Solved(), Vote(), Suggest(), SignIn(), Forget()];

    private static Command Ask()
    {
        var (query, reader) = (new Argument<string[]>("QUERY") { Description = "Words of the question.", Arity = ArgumentArity.OneOrMore }, new KnowledgeReaderOptions());
        var language = new Option<string?>("--language") { Description = "Articles in one language, such as en; that of the question counts otherwise." };
        return new Command("ask", "Search as a reader, and keep that something was asked: keyed hashes of the words, never the text.").With([query, language, .. reader.All]).Does((run, token) => reader.AsReaderAsync(
            run,
            async session =>
            {
                var text = string.Join(' ', run.Get(query));
                var criteria = new KnowledgeCriteria(text)
                {
                    Language = run.Get(language) is not { } wanted ? null : LanguageTag.TryParse(wanted, out var tag) ? tag : throw CommandFailure.Usage($"--language {wanted}: a tag such as en is expected."),
                };
                var answer = await session.Search.SearchAsync(criteria, token);
                var kept = await session.Get<KnowledgeReading>().SearchedAsync(text, answer, reader.GuestKey(run), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(
                    new { Session = kept, answer.Language, Hits = answer.Hits.Select(h => new { Article = h.Id, h.Title, h.Score }) },
                    report => report.Table(["Score", "Article", "Title"], answer.Hits.Select(h => new object?[] { h.Score, h.Id, h.Title })));
            },
            token));
    }

    private static Command Open() => Note("open", "Note that an article was opened.", (reading, item, guest, token) => reading.OpenedAsync(item, guest, token));

    private static Command Solved() => Note("solved", "Note that an article solved the reader's problem.", (reading, item, guest, token) => reading.SolvedAsync(item, guest, token));

    private static Command Vote()
    {
        var (key, reader) = (new Argument<string>("ID") { Description = "The article's id." }, new KnowledgeReaderOptions());
        var says = new Argument<string?>("VOTE") { Description = "helpful or unhelpful; what the reader said before when left out.", Arity = ArgumentArity.ZeroOrOne };
        var withdraw = new Option<bool>("--withdraw") { Description = "Take the vote back." };
        return new Command("vote", "Say whether an article helped: one vote of each reader, which can be changed.").With([key, says, withdraw, .. reader.All]).Does((run, token) =>
        {
            var (vote, isWithdrawn) = (run.Find(says)?.OneOf("VOTE", s_votes), run.Get(withdraw));
            if (vote is not null && isWithdrawn)
            {
                throw CommandFailure.Usage("VOTE, --withdraw: one of them is expected.");
            }

            return reader.AsReaderAsync(
                run,
                async session =>
                {
                    var (votes, item, guest) = (session.Get<KnowledgeVotes>(), KnowledgeReaderOptions.Article(run.Get(key), session), reader.GuestKey(run));
                    if (isWithdrawn)
                    {
                        await votes.WithdrawAsync(item, guest, token).OrFail();
                    }
                    else if (vote is { } isHelpful)
                    {
                        await votes.VoteAsync(item, isHelpful, guest, token).OrFail();
                    }

                    await session.SaveAsync(token);
                    var count = (await votes.CountAsync(item, token)).OrFail(session.Errors.KnowledgeItemNotFound(run.Get(key)));
                    var mine = await votes.MineAsync(item, guest, token) switch { true => "helpful", false => "unhelpful", null => null };
                    run.Output.Write(
                        new { Article = item, Vote = mine, count.Helpful, count.Unhelpful },
                        report => report.Fields(("Article", item), ("Vote", mine), ("Helpful", count.Helpful), ("Unhelpful", count.Unhelpful)));
                },
                token);
        });
    }

    private static Command Suggest()
    {
        var (subject, text, reader) = (new Argument<string>("SUBJECT") { Description = "The subject as written so far; its words count twice." },
            new Option<string?>("--text") { Description = "The description as written so far." }, new KnowledgeReaderOptions());
        var take = new Option<int>("--take") { Description = "Most suggestions, at most 20.", DefaultValueFactory = _ => 5 };
        return new Command("suggest", "Articles that may answer a case that is being written. Nothing of its text is kept.").With([subject, text, take, .. reader.All]).Does((run, token) => reader.AsReaderAsync(
            run,
            async session =>
            {
                var about = new CaseText(run.Get(subject)) { Description = run.Get(text), Take = run.Get(take) };
                var hits = await session.Get<KnowledgeSuggestions>().ForCaseAsync(about, reader.GuestKey(run), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(
                    new { Hits = hits.Select(h => new { Article = h.Id, h.Title, Language = h.Language.Value, h.Score, h.Snippet }) },
                    report => report.Table(["Score", "Article", "Title", "Snippet"], hits.Select(h => new object?[] { h.Score, h.Id, h.Title, h.Snippet })));
            },
            token));
    }

    private static Command SignIn()
    {
        var (guest, reader) = (new Argument<string>("GUEST") { Description = "The key of the guest who signs in." }, new KnowledgeReaderOptions());
        return new Command("sign-in", "Make what a guest did that of a customer.").With([guest, .. reader.All]).Does((run, token) => reader.AsReaderAsync(
            run,
            async session =>
            {
                var claimed = await session.Get<KnowledgeReading>().SignInAsync(run.Get(guest), token).OrFail();
                run.Output.Write(new { Sessions = claimed }, report => report.Fields(("Sessions", claimed)));
            },
            token));
    }

    private static Command Forget()
    {
        var reader = new KnowledgeReaderOptions();
        return new Command("forget", "Remove everything that is kept of a reader.").With(reader.All).Does((run, token) => reader.AsReaderAsync(
            run,
            async session =>
            {
                var gone = await session.Get<KnowledgeReading>().ForgetAsync(reader.GuestKey(run), token).OrFail();
                run.Output.Write(new { Removed = gone }, report => report.Fields(("Sessions and votes removed", gone)));
            },
            token));
    }

    private static Command Note(
        string name, string description, Func<KnowledgeReading, KnowledgeItemId, string?, CancellationToken, Task<Crm.Domain.Primitives.CrmResult<KnowledgeSessionId>>> note)
    {
        var (key, reader) = (new Argument<string>("ID") { Description = "The article's id." }, new KnowledgeReaderOptions());
        return new Command(name, description).With([key, .. reader.All]).Does((run, token) => reader.AsReaderAsync(
            run,
            async session =>
            {
                var item = KnowledgeReaderOptions.Article(run.Get(key), session);
                var kept = await note(session.Get<KnowledgeReading>(), item, reader.GuestKey(run), token).OrFail();
                await session.SaveAsync(token);
                run.Output.Write(new { Session = kept, Article = item }, report => report.Fields(("Session", kept), ("Article", item)));
            },
            token));
    }
}
