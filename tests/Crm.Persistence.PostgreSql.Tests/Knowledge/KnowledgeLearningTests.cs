using Crm.Persistence.Specification.Knowledge;

namespace Crm.Persistence.PostgreSql.Tests.Knowledge;

public sealed class KnowledgeLearningTests(PostgreSqlFixture fixture) : KnowledgeLearningSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
