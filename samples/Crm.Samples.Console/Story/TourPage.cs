using Crm.Samples.Console.Output;
using NodaTime;

namespace Crm.Samples.Console.Story;

/// <summary>The story for people.</summary>
internal static class TourPage
{
    public static void Print(Report report, TourRecord tour)
    {
        var (customer, value, store) = (tour.Customer, tour.Value, tour.Database);
        report.Heading($"The tour, in {store}").Line()
            .Line($"A shop opens its CRM with {tour.Shop.Products} products, {tour.Shop.Articles} articles, {tour.Shop.Customers:#,0} customers and {tour.Shop.Purchases:#,0} purchases.")
            .Line();
        Chapter(report, tour.Order.PlacedAt, "A purchase", $"{customer.DisplayName} buys a {tour.Order.Lines[0].Description} and a {tour.Order.Lines[1].Description}: order {tour.Order.Number}, {tour.Order.Total.Amount:0.00} {tour.Order.Total.Currency}.");
        Chapter(report, tour.GuestSearch.At, "A fault", $"Not signed in, {customer.DisplayName} searches for \"{tour.GuestSearch.Query}\": {tour.GuestSearch.Hits} articles, first \"{tour.GuestSearch.Title}\".");
        Chapter(report, tour.ArticleView.At, "Signed in", $"\"{tour.PortalSearch.Query}\" finds \"{tour.PortalSearch.Title}\"{(tour.GuestReadsPortalArticle ? "" : ", which no guest may read")}. The customer reads it; the contact history keeps that.");
        Chapter(report, tour.Call.At, "A call", $"{tour.Call.CustomerAddress} calls {tour.Call.OurAddress} for {tour.Call.Duration?.ToString("m:ss", null)}. The agent sees {tour.AgentSees.Purchases} purchases, last {tour.AgentSees.LatestPurchase.Sku} on {tour.AgentSees.LatestPurchase.PurchasedOn:uuuu-MM-dd}, and the article read on the web.");
        Chapter(report, tour.Case.OpenedAt, "A case", $"{tour.Case.Number} \"{tour.Case.Subject}\" carries {tour.Case.Sku}, order {tour.Order.Number} line {tour.Case.OrderLine} and the article that was read. The desk promises an answer by {Time(tour.FirstResponseDue)} and a solution by {Time(tour.ResolutionDue)}: first response after {Minutes(tour.Case.FirstRespondedAt - tour.Case.OpenedAt)}, resolved after {Minutes(tour.Case.ResolvedAt - tour.Case.OpenedAt)}.");
        Chapter(report, tour.Visit.CreatedAt, "A visit", $"In case advice does not help, {tour.Visit.Number} is booked: a technician with the skill, in working hours, within the time that suits the customer, found among the free times.");
        Chapter(report, tour.NewArticle.CreatedAt, "An article", $"The answer becomes \"{tour.NewArticle.Title}\". The guest's search now finds {tour.SearchAgain.Hits} articles. {customer.DisplayName} rates it: helpful, as {tour.Rating.Helpful} of {tour.Rating.Helpful + tour.Rating.Unhelpful} readers say.");
        Chapter(report, null, "The value", $"As of {value.AsOf:uuuu-MM-dd}: {value.Spent:#,0.00} USD so far and {value.LifetimeValue:#,0.00} to come, {value.Frequency} repeat purchases, alive with probability {value.AliveProbability:0.0000}, {value.ExpectedPurchases:0.00} purchases expected in {TourAnalysis.HorizonWeeks} weeks, the next on {value.NextPurchaseOn:uuuu-MM-dd}, RFM cell {value.Cell} ({value.Segment}).");
        var db = store == "crm.db" ? "" : store.Contains('=', StringComparison.Ordinal) ? " --db \"Host=…\"" : $" --db {store}";
        report.Heading("Look for yourself").Fields(
            ("", $"crm customer show {customer.Id}{db}"),
            ("", $"crm case show {tour.Case.Number}{db}"),
            ("", $"crm visit show {tour.Visit.Number}{db}"),
            ("", $"crm order show {tour.Order.Number}{db}"),
            ("", $"crm interaction show {tour.Call.Id}{db}"),
            ("", $"crm knowledge show {tour.NewArticle.Id}{db}"),
            ("", $"crm insight show {customer.Id}{db}"),
            ("", $"crm analyze rfm{db}"));
    }

    private static void Chapter(Report report, Instant? at, string title, string text) =>
        report.Heading(at is null ? title : $"{title}, {Time(at)}").Line(text).Line();

    private static string Time(Instant? at) => at?.ToString("uuuu-MM-dd HH:mm", null) ?? "—";

    private static string Minutes(Duration? duration) => duration is { } took
        ? took < Duration.FromHours(2) ? $"{took.TotalMinutes:0} minutes" : $"{took.TotalHours:0} hours"
        : "—";
}
