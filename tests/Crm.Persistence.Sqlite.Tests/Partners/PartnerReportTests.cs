using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.Sqlite.Tests.Partners;

public sealed class PartnerReportTests(SqliteFixture fixture) : PartnerReportSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
