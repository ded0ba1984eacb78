using System.CommandLine;
using Crm.Domain.Partners;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;
using Crm.Samples.Console.Output;
using Crm.Samples.Console.Sales;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Partners;

/// <summary><c>crm partner share|unshare|shares|shared|read|comment|change</c>.</summary>
internal static class PartnerShareCommands
{
    private static readonly Argument<string> s_kind = new("KIND") { Description = "case, interaction, lead or opportunity." };
    private static readonly Argument<string> s_record = new("RECORD") { Description = "The record's id." };

    public static Command Share()
    {
        var access = new Option<string>("--access") { Description = "read, comment or edit.", DefaultValueFactory = _ => "read" };
        var until = new Option<string?>("--until") { Description = "From when on the partner may not see it, such as 2026-06-30T12:00:00Z." };
        return new Command("share", "Share one record with a partner.").With(PartnerTexts.Partner, s_kind, s_record, access, until).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var partner = await session.PartnerAsync(run.Get(PartnerTexts.Partner), token);
                var end = Moment(run.Get(until), until.Name);
                var share = await session.Get<RecordShares>().ShareAsync(partner.Id, Subject(run, session), SalesTexts.Choice<ShareAccess>(run.Get(access)!, access.Name), end, token).OrFail();
                await session.SaveAsync(token);
                Write(run, [share]);
            },
            token));
    }

    public static Command Unshare()
    {
        var share = new Argument<string>("SHARE") { Description = "The id of the sharing." };
        return new Command("unshare", "Take a sharing back.").With(share).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var id = RecordShareId.TryParse(run.Get(share), null, out var parsed) ? parsed : throw CommandFailure.Refused([session.Errors.SharedRecordNotFound(run.Get(share))]);
                var revoked = await session.Get<RecordShares>().RevokeAsync(id, cancellationToken: token).OrFail();
                await session.SaveAsync(token);
                Write(run, [revoked]);
            },
            token));
    }

    public static Command Shares() => new Command("shares", "With whom a record is or was shared, with the comments.").With(s_kind, s_record).Does((run, token) => run.WithCrmAsync(
        async session => Write(run, await session.Get<RecordShares>().ListAsync(Subject(run, session), token)), token));

    public static Command Shared()
    {
        var page = new PageOptions();
        return new Command("shared", "As a partner: the records that are shared with it.").With([PartnerTexts.As, .. page.All]).Does((run, token) => run.AsPartnerAsync(
            async session =>
            {
                var found = await session.Get<PartnerPortal>().ListAsync(page.Read(run), token);
                run.Output.Write(
                    new { Items = found.Items.Select(s => new { s.Subject.Kind, s.Subject.Id, s.Access, s.SharedAt, s.Until }), Next = found.Next?.ToString() },
                    report => report.Table(["Kind", "Id", "Access", "Until"], found.Items.Select(s => new object?[] { s.Subject.Kind, s.Subject.Id, s.Access, s.Until })).More(found.Next));
            },
            token));
    }

    public static Command Read() => new Command("read", "As a partner: a record that is shared with it.").With(s_kind, s_record, PartnerTexts.As).Does((run, token) => run.AsPartnerAsync(
        session => ReadAsync(run, session, token), token));

    public static Command Comment()
    {
        var text = new Argument<string>("TEXT") { Description = "What is written; staff reads it, and no customer." };
        return new Command("comment", "As a partner: write about a shared record.").With(s_kind, s_record, text, PartnerTexts.As).Does((run, token) => run.AsPartnerAsync(
            async session =>
            {
                await session.Get<PartnerPortal>().CommentAsync(Subject(run, session), run.Get(text), token).OrFail();
                await session.SaveAsync(token);
                await ReadAsync(run, session, token);
            },
            token));
    }

    public static Command Change()
    {
        var (field, value) = (new Argument<string>("FIELD") { Description = "status, close-date, next-step or amount." }, new Argument<string>("VALUE") { Description = "The new value, or none." });
        return new Command("change", "As a partner: change a field of a shared record.").With(s_kind, s_record, field, value, PartnerTexts.As).Does((run, token) => run.AsPartnerAsync(
            async session =>
            {
                await session.Get<PartnerPortal>().ChangeAsync(Subject(run, session), SalesTexts.Choice<SharedField>(run.Get(field), field.Name), run.Get(value) is "none" ? null : run.Get(value), token).OrFail();
                await session.SaveAsync(token);
                await ReadAsync(run, session, token);
            },
            token));
    }

    public static Instant? Moment(string? text, string option) => text is null ? null
        : InstantPattern.ExtendedIso.Parse(text) is { Success: true } read ? read.Value : throw CommandFailure.Usage($"{option} {text}: a moment such as 2026-06-30T12:00:00Z was expected.");

    private static async Task ReadAsync(Run run, CrmSession session, CancellationToken token)
    {
        var found = (await session.Get<PartnerPortal>().FindAsync(Subject(run, session), token)).OrFail(session.Errors.SharedRecordNotFound(run.Get(s_record)));
        run.Output.Write(
            new { found.Subject.Kind, found.Subject.Id, found.Access, found.Until, Fields = found.Fields.Select(f => new { Field = f.Key, f.Value }), found.Messages, found.Comments },
            report => report.Fields([.. found.Fields.Select(f => (session.Errors.NameOf(f.Key), (object?)f.Value))])
                .Table(["Author", "Text", "At"], found.Messages.Concat(found.Comments).Select(m => new object?[] { m.Author, m.Body, m.At })));
    }

    private static void Write(Run run, IReadOnlyList<RecordShare> shares) => run.Output.Write(
        new
        {
            Shares = shares.Select(s => new
            {
                s.Id, Partner = s.PartnerId, s.Subject.Kind, Record = s.SubjectId, s.Access, s.From, s.Until, s.RevokedAt, s.SharedBy,
                Comments = s.Comments.Select(c => new { c.Author, OfPartner = c.IsOfPartner, c.Body, c.At }), s.Version,
            }),
        },
        report => report.Table(["Share", "Partner", "Access", "From", "Until", "Taken back"], shares.Select(s => new object?[] { s.Id, s.PartnerId, s.Access, s.From, s.Until, s.RevokedAt })));

    private static SubjectReference Subject(Run run, CrmSession session) => (run.Get(s_kind), Guid.TryParse(run.Get(s_record), out var id)) switch
    {
        (SubjectKinds.Case or SubjectKinds.Interaction or SubjectKinds.Lead or SubjectKinds.Opportunity, true) => new SubjectReference(run.Get(s_kind), id),
        (SubjectKinds.Case or SubjectKinds.Interaction or SubjectKinds.Lead or SubjectKinds.Opportunity, false) => throw CommandFailure.Refused([session.Errors.SharedRecordNotFound(run.Get(s_record))]),
        _ => throw CommandFailure.Usage($"{run.Get(s_kind)}: case, interaction, lead or opportunity was expected."),
    };
}
