using Crm.Persistence.Specification.Criteria;

namespace Crm.Persistence.PostgreSql.Tests.Criteria;

public sealed class CriteriaTests(PostgreSqlFixture fixture) : CriteriaSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
