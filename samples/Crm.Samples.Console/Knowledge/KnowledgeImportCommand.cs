using System.CommandLine;
using Crm.Domain.Knowledge;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge import FILE…</c>.</summary>
internal static class KnowledgeImportCommand
{
    private const int BatchSize = 200;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Tables with title and body, or Markdown files; - for stdin.", Arity = ArgumentArity.OneOrMore };
        var publish = new Option<bool>("--publish") { Description = "Publish each article at once." };
        var language = new Option<string>("--language") { Description = "The language of articles that name none.", DefaultValueFactory = _ => "en" };
        var audience = new Option<string>("--audience") { Description = "The audience of articles that name none.", DefaultValueFactory = _ => "internal" };
        var kind = new Option<string>("--kind") { Description = "The kind of articles that name none.", DefaultValueFactory = _ => "howTo" };
        var map = new Option<string?>("--map") { Description = $"Rename columns: name=column,… of {string.Join(", ", KnowledgeFile.Names)}." };
        return new Command("import", "Import articles; those that cannot be imported are named with their row and left out.").With(files, publish, language, audience, kind, map).Does(async (run, token) =>
        {
            var usual = new KnowledgeLine
            {
                Language = KnowledgeOptionTexts.Language(run.Get(language)!), Audience = run.Get(audience)!.OneOf("--audience", KnowledgeOptionTexts.Audiences),
                Kind = run.Get(kind)!.OneOf("--kind", KnowledgeOptionTexts.Kinds),
            };
            var columns = ColumnMap.Parse(run.Get(map), KnowledgeFile.Names);

            // Every file is read before anything is written.
            var lines = run.Get(files).Select(TextSource.Of).SelectMany(f => KnowledgeFile.Read(f, columns, usual)).ToList();
            await using var host = await CrmHost.OpenAsync(run.Database, token);
            var (made, rejected) = (new List<KnowledgeItemId>(), new List<Problem>());
            foreach (var batch in lines.Chunk(BatchSize))
            {
                await using var session = host.Begin(Terminal.Agent);
                foreach (var line in batch)
                {
                    if (await ImportAsync(session, line, run.Get(publish), rejected, token) is { } id)
                    {
                        made.Add(id);
                    }
                }

                await session.SaveAsync(token);
            }

            run.Output.Write(
                new { Read = lines.Count, Created = made.Count, Published = run.Get(publish) ? made.Count : 0, Items = made, Rejected = rejected.Select(r => new { r.File, r.Row, r.Column, r.Code, r.Message }) },
                report => report.Fields(("Read", lines.Count), ("Created", made.Count), ("Rejected", rejected.Count)).Table(["File", "Row", "Code", "Why"], rejected.Select(r => new object?[] { r.File, r.Row, r.Code, r.Message })));
        });
    }

    private static async Task<KnowledgeItemId?> ImportAsync(CrmSession session, KnowledgeLine line, bool publishes, List<Problem> rejected, CancellationToken cancellationToken)
    {
        if (line.Problem is { } problem)
        {
            rejected.Add(problem);
            return null;
        }

        // What cannot be published is not begun: an empty body is seen here, before there is a draft.
        if (publishes && string.IsNullOrWhiteSpace(line.Body))
        {
            rejected.Add(new Problem("CellEmpty", "An article that is published has a body.") { File = line.File, Row = line.Row, Column = "body" });
            return null;
        }

        var written = await session.Knowledge.WriteAsync(line.ToContent(), line.Audience, null, cancellationToken);
        if (!written.TryGetValue(out var item))
        {
            rejected.AddRange(written.Errors.Select(e => new Problem(e.Code, e.Message) { File = line.File, Row = line.Row, Column = e.Target }));
            return null;
        }

        if (line.Tags.Count > 0)
        {
            await session.Get<KnowledgeShelf>().FileAsync(item.Id, new KnowledgeFiling { Tags = line.Tags }, null, cancellationToken).OrFail();
        }

        if (publishes)
        {
            await session.Knowledge.PublishAsync(item.Id, null, cancellationToken).OrFail();
        }

        return item.Id;
    }
}
