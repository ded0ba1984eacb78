using Crm.Persistence.Specification.Privacy;

namespace Crm.Persistence.PostgreSql.Tests.Privacy;

public sealed class AccessLogTests(PostgreSqlFixture fixture) : AccessLogSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
