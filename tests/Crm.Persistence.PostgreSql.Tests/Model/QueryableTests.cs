using Crm.Persistence.Specification.Model;

namespace Crm.Persistence.PostgreSql.Tests.Model;

public sealed class QueryableTests(PostgreSqlFixture fixture) : QueryableSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
