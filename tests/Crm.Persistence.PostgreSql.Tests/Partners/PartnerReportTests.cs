using Crm.Persistence.Specification.Partners;

namespace Crm.Persistence.PostgreSql.Tests.Partners;

public sealed class PartnerReportTests(PostgreSqlFixture fixture) : PartnerReportSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
