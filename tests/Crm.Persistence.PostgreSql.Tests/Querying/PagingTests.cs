using Crm.Persistence.Specification.Querying;

namespace Crm.Persistence.PostgreSql.Tests.Querying;

public sealed class PagingTests(PostgreSqlFixture fixture) : PagingSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
