using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Crm.Domain.Access;
using Crm.Domain.Sales;
using Crm.Domain.Tests.InMemory;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Sales;

/// <summary>What the customer gets to read and to print.</summary>
[Trait("Check", "SF-13")]
public sealed partial class QuoteDocumentTests
{
    private static readonly CultureInfo s_german = CultureInfo.GetCultureInfo("de-DE");

    private readonly Shop _shop = new();

    public QuoteDocumentTests() =>
        (_shop.QuoteOptions.Issuer, _shop.QuoteOptions.AnswerAddress) = (new QuoteIssuer("Kettles & Sons") { Lines = ["1 High Street"] }, "https://shop.example/q/{token}");

    [Fact]
    public async Task Document_OfASentQuote_SaysWhatIsOfferedAndWhereToAnswer()
    {
        var sent = await SentAsync(
            new QuoteLineDetails(1_000) { Sku = "KETTLE", UnitPrice = new Money(9.99m, Currency.Eur), Discount = Percentage.FromPercent(12.5m), TaxRate = Percentage.FromPercent(22) },
            new QuoteLineDetails(1) { Description = "Engraving", UnitPrice = new Money(5, Currency.Eur) });
        var file = (await _shop.QuoteDocuments.RenderAsync(sent.Quote.Id, new QuoteDocumentRequest { Token = sent.Token, Language = LanguageTag.Parse("de-DE") })).Value;
        var html = Encoding.UTF8.GetString(file.Content.Span);

        (file.Name, file.ContentType).Should().Be(("Q-000001-1.html", "text/html; charset=utf-8"));
        html.Should().Contain("<html lang=\"de-DE\">").And.Contain("<strong>Kettles &amp; Sons</strong>1 High Street").And.Contain("Anna Rossi<br>Via Dante 1<br>20121 Milano<br>IT")
            .And.Contain($"href=\"https://shop.example/q/{sent.Token}\"").And.Contain("Gültig bis").And.NotContain("class=\"state\"", "a quote that is out speaks for itself");
        Figures(html).Should().Equal("1.000", "9,99", "12,5 %", "22 %", "8.741,25", "1", "5,00", "", "0 %", "5,00", "8.746,25", "1.923,08", "10.669,33 EUR");
        html.Should().NotContain("12.5 EUR", "what it costs the business is nobody's business").And.NotContainAny("<script", "<img", "<link");
    }

    [Theory]
    [InlineData("en", "Quote", "Valid through", "All amounts in EUR")]
    [InlineData("it", "Offerta", "Valida fino a", "Tutti gli importi in EUR")]
    [InlineData("ro-RO", "Ofertă", "Valabilă până la", "Toate sumele în EUR")]
    [InlineData("es", "Oferta", "Válida hasta", "Todos los importes en EUR")]
    [InlineData("sv-SE", "Offert", "Giltig till och med", "Alla belopp i EUR")]
    [InlineData("de-AT", "Angebot", "Gültig bis", "Alle Beträge in EUR")]
    public async Task Document_InEveryLanguage_IsOfOneLanguage(string language, params string[] words)
    {
        var sent = await SentAsync(new QuoteLineDetails(2) { Sku = "CUP" });
        var html = await HtmlAsync(sent, language);
        html.Should().Contain($"<html lang=\"{language}\">").And.ContainAll(words);
        Figures(html)[^1].Should().Be($"{9.98m.ToString("N2", CultureInfo.GetCultureInfo(language))} EUR");
    }

    [Fact]
    public async Task Document_LanguageThatIsNotShipped_IsWhollyEnglish_AndTheCustomersIsTakenByItself()
    {
        var sent = await SentAsync(new QuoteLineDetails(2) { Sku = "CUP" });
        (await HtmlAsync(sent, "fr-FR")).Should().Contain("<html lang=\"en\">").And.Contain("9.98 EUR").And.Contain("Valid through");
        Encoding.UTF8.GetString((await _shop.As(Actor.Guest).QuoteDocuments.RenderAsync(sent.Token)).Value.Content.Span).Should().Contain("<html lang=\"it\">");
    }

    [Fact]
    [Trait("Check", "XC-03")]
    public async Task Document_TextOfPeople_IsEncoded()
    {
        const string Hostile = "<script>alert(1)</script>\" onload='x' &amp; \u202e";
        _shop.QuoteOptions.Issuer = new QuoteIssuer("<b>Us</b>") { Lines = ["<i>Street</i>"] };
        var drafted = (await _shop.QuoteDesk.DraftAsync(new NewQuote(
            _shop.Customer(),
            new QuoteTerms(_shop.Clock.Now.InUtc().Date.PlusDays(30)) { Title = "</title><script>", Conditions = $"{Hostile}\n</p>" },
            [new QuoteLineDetails(1) { Description = "<img src=x onerror=alert(1)>", UnitPrice = new Money(1, Currency.Eur) }]))).Value;
        var html = await HtmlAsync(drafted.Id, null, "en");
        html.Should().NotContainAny("<script", "<img", "<i>", "<b>", "onload='", "&amp; \u202e").And.Contain("&lt;script&gt;").And.Contain("&amp;amp;");
        TagPattern().Matches(html).Select(m => m.Groups[1].Value).Distinct().Should().BeSubsetOf(
            ["html", "head", "meta", "title", "style", "body", "main", "header", "strong", "h1", "span", "p", "div", "section", "h2", "address", "br", "dl", "dt", "dd", "time", "table", "caption", "thead", "tbody", "tr", "th", "td", "small"]);
    }

    [Fact]
    public async Task Document_OfWhatCannotBeAccepted_SaysSoAndHasNoLink()
    {
        var sent = await SentAsync(new QuoteLineDetails(2) { Sku = "CUP" });
        _shop.Clock.Now += Duration.FromDays(40);
        var expired = await HtmlAsync(sent, "en");
        expired.Should().Contain("<p class=\"state\">Expired</p>").And.NotContain("href=");
        await _shop.QuoteDesk.ReviseAsync(sent.Quote.Id, new QuoteTerms(_shop.Clock.Now.InUtc().Date.PlusDays(5)), [new QuoteLineDetails(3) { Sku = "CUP" }]);
        var (draft, before) = (await HtmlAsync(sent.Quote.Id, null, "en"), await HtmlAsync(sent.Quote.Id, 1, "en"));
        draft.Should().Contain("<p class=\"state\">Draft</p>").And.Contain("14.97 EUR").And.NotContain("href=");
        before.Should().Contain("Replaced by a newer revision").And.Contain("9.98 EUR").And.Contain("<dd>1</dd>");
    }

    [Fact]
    public async Task Document_BadRequests_AreCodedErrors()
    {
        var sent = await SentAsync(new QuoteLineDetails(2) { Sku = "CUP" });
        async Task<string> Code(QuoteDocumentRequest request) => (await _shop.QuoteDocuments.RenderAsync(sent.Quote.Id, request)).Errors.Single().Code;
        (await Code(new QuoteDocumentRequest { Revision = 2 })).Should().Be("QuoteRevisionNotFound");
        (await Code(new QuoteDocumentRequest { Token = "guess" })).Should().Be("QuoteTokenUnknown");
        (await _shop.QuoteDocuments.RenderAsync(QuoteId.New(_shop.Clock.Now))).Errors.Single().Code.Should().Be("QuoteNotFound");
        (await _shop.As(Actor.Guest).QuoteDocuments.RenderAsync(sent.Quote.Id)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await _shop.As(Actor.Guest).QuoteDocuments.RenderAsync("guess")).Errors.Single().Code.Should().Be("QuoteTokenUnknown");
        FluentActions.Invoking(() => _shop.QuoteOptions.AnswerAddress = "javascript:alert({token})").Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => _shop.QuoteOptions.AnswerAddress = "https://shop.example/q").Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => HtmlQuoteRenderer.Html(new QuoteDocument(Quoted(sent.Quote), "Anna", new LocalDate(2026, 1, 1), s_german) { AnswerLink = new Uri("ftp://shop.example/") })).Should().Throw<ArgumentException>();
    }

    /// <summary>What is printed adds up: lines to the sum before tax, taxes by rate and that sum to the total, to the minor unit, in any currency.</summary>
    [Fact]
    public void Document_AnyQuote_ItsPrintedFiguresAddUpToTheQuotesTotal()
    {
        var random = new Random(20_261_128);
        Currency[] currencies = [Currency.Eur, Currency.FromCode("JPY"), Currency.FromCode("KWD")];
        for (var round = 0; round < 400; round++)
        {
            var (now, currency) = (Instant.FromUtc(2026, 6, 1, 8, 0), currencies[round % currencies.Length]);
            var lines = Enumerable.Range(0, random.Next(1, 12)).Select(i => new PricedQuoteLine(null, $"Line {i}", random.Next(1, 100_000) / 10_000m, new Money(random.Next(0, 1_000_000) / 10_000m, currency))
            {
                Discount = new Percentage(random.Next(0, 3) == 0 ? random.Next(0, 1_000_001) / 1_000_000m : 0), TaxRate = new Percentage(random.Next(0, 3) * 0.11m),
            }).ToList();
            var quote = new Quote(QuoteId.New(now), QuoteNumber.From(1), Crm.Domain.Customers.CustomerId.New(now), null, new QuoteTerms(new LocalDate(2026, 6, 30)), lines, now);
            var html = HtmlQuoteRenderer.Html(new QuoteDocument(Quoted(quote), "Anna", new LocalDate(2026, 6, 1), s_german));

            var bodies = html.Split("<tbody");
            var (rows, sums) = (bodies[1].Split("<tr ")[1..].Select(r => Amount(Figures(r)[^1])).ToList(), Figures(bodies[2]));
            var total = Amount(sums[^1].Split(' ')[0]);
            rows.Should().HaveCount(lines.Count);
            total.Should().Be(quote.Total.Amount, html);
            if (sums.Count > 1)
            {
                rows.Sum().Should().Be(Amount(sums[0])).And.Be(quote.Current.Net.Amount);
                sums.Skip(1).SkipLast(1).Sum(Amount).Should().Be(quote.Current.Tax.Amount);
                sums.SkipLast(1).Sum(Amount).Should().Be(total);
            }
            else
            {
                rows.Sum().Should().Be(total);
            }
        }
    }

    private static decimal Amount(string text) => decimal.Parse(text, NumberStyles.Number, s_german);

    private static List<string> Figures(string html) => [.. NumberPattern().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Replace('\u00A0', ' '))];

    private static CustomerQuote Quoted(Quote quote) => CustomerQuote.Of(quote, new LocalDate(2026, 6, 1));

    private Task<string> HtmlAsync(SentQuote sent, string language) => HtmlAsync(sent.Quote.Id, null, language, sent.Token);

    private async Task<string> HtmlAsync(QuoteId id, int? revision, string language, string? token = null) => Encoding.UTF8.GetString(
        (await _shop.QuoteDocuments.RenderAsync(id, new QuoteDocumentRequest { Revision = revision, Language = LanguageTag.Parse(language), Token = token })).Value.Content.Span);

    private async Task<SentQuote> SentAsync(params QuoteLineDetails[] lines)
    {
        var quote = (await _shop.QuoteDesk.DraftAsync(new NewQuote(_shop.Customer(), new QuoteTerms(_shop.Clock.Now.InUtc().Date.PlusDays(30)), lines))).Value;
        (await _shop.QuoteDesk.SubmitAsync(quote.Id)).Succeeded.Should().BeTrue();
        return (await _shop.QuoteDesk.SendAsync(quote.Id)).Value;
    }

    [GeneratedRegex("<td (?:role=\"cell\" )?class=\"number\"[^>]*>([^<]*)</td>")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("<([a-z0-9]+)")]
    private static partial Regex TagPattern();
}
